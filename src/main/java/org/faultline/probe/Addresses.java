package org.faultline.probe;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import org.faultline.host.Host;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Link;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether each adapter has an address by which others can reach it, of whichever family. */
final class Addresses implements Probe {

    /** Duplicate address detection holds a new IPv6 address back for a second (RFC 4862, 5.4). */
    private static final Duration DETECTION = Duration.ofMillis(1_200);
    private static final Duration STEP = Duration.ofMillis(100);

    @Override
    public String name() {
        return "address";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).links().stream()
            .<Task>map(link -> recorder -> measure(situation, link.name(), recorder)).toList();
    }

    private static void measure(Situation situation, String link, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(link);
        List<Address> addresses = settled(situation, link);
        String method = situation.state().method();
        measurement.value("addresses", addresses.stream().map(Addresses::text).toList());
        if (addresses.stream().anyMatch(Ways::usable)) {
            measurement.passed(method);
        } else if (addresses.stream().anyMatch(Address::dadFailed)) {
            measurement.failed(Cause.DUPLICATE, "", method);
        } else if (addresses.stream().anyMatch(Addresses::selfAssigned)) {
            measurement.failed(Cause.LINK_LOCAL_ONLY, "", method);
        } else {
            measurement.failed(Cause.MISSING, "", method);
        }
    }

    private static List<Address> settled(Situation situation, String link) {
        Host host = situation.host();
        List<Address> addresses = situation.state().value().map(state -> state.addressesOf(link)).orElse(List.of());
        for (long waited = 0; beingChecked(addresses) && waited < DETECTION.toMillis() && Pause.of(STEP); waited += STEP.toMillis()) {
            addresses = host.state().value().map(state -> state.addressesOf(link)).orElse(addresses);
        }
        return addresses;
    }

    private static boolean beingChecked(List<Address> addresses) {
        return addresses.stream().noneMatch(Ways::usable)
            && addresses.stream().anyMatch(address -> address.tentative() && !address.dadFailed() && !address.address().isLinkLocalAddress());
    }

    /** 169.254/16, which a machine gives itself when no DHCP server answers (RFC 3927). */
    private static boolean selfAssigned(Address address) {
        return address.address() instanceof Inet4Address && address.address().isLinkLocalAddress();
    }

    private static String text(Address address) {
        return Ways.plain(address.address()) + "/" + address.prefixLength();
    }
}
