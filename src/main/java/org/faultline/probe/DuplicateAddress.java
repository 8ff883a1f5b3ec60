package org.faultline.probe;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.host.WhoHas;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether another machine on the link claims one of our addresses: by an ARP probe (RFC 5227), and by what IPv6 found out itself. */
final class DuplicateAddress implements Probe {

    /** A local network answers within a few milliseconds; a sleeping Wi-Fi client within 100. */
    private static final Duration TIMEOUT = Duration.ofMillis(180);

    @Override
    public String name() {
        return "duplicate-address";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        Ways ways = Ways.of(situation);
        return ways.links().stream().filter(link -> link.kind() == Kind.ETHERNET || link.kind() == Kind.WIFI)
            .filter(link -> link.carrier().orElse(false)).flatMap(link -> tasks(situation, ways, link)).toList();
    }

    private static Stream<Task> tasks(Situation situation, Ways ways, Link link) {
        List<Address> addresses = situation.state().value().map(state -> state.addressesOf(link.name())).orElse(List.of());
        Stream<Task> asked = addresses.stream().filter(address -> address.address() instanceof Inet4Address && Ways.usable(address))
            .map(address -> recorder -> ask(situation, ways, address, recorder));
        return Stream.concat(asked, addresses.stream().filter(Address::dadFailed).filter(address -> nothingInstead(address, addresses))
            .map(address -> recorder -> detected(situation.state(), address, recorder)));
    }

    /** Machines with several addresses of a network replace one that turned out to be taken; that is no fault. */
    private static boolean nothingInstead(Address failed, List<Address> addresses) {
        Predicate<Address> sameKind = other -> other.address() instanceof Inet4Address == failed.address() instanceof Inet4Address
            && other.address().isLinkLocalAddress() == failed.address().isLinkLocalAddress();
        return addresses.stream().filter(sameKind).allMatch(Address::dadFailed);
    }

    private static void detected(Reading<NetworkState> state, Address address, Recorder recorder) {
        recorder.begin(Ways.plain(address.address())).value("interface", address.link()).failed(Cause.DUPLICATE, "dadfailed", state.method());
    }

    /** Our own other adapters on the same link answer for each other's addresses; that is no conflict. */
    private static void ask(Situation situation, Ways ways, Address address, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(Ways.plain(address.address())).value("interface", address.link());
        switch (situation.host().whoHas(new WhoHas(address.address(), address.link(), TIMEOUT))) {
            case Reading.Unknown<List<String>> unknown -> measurement.unknown(unknown);
            case Reading.Known<List<String>>(List<String> macs, String method) -> {
                List<String> others = macs.stream().filter(mac -> !ways.ownMac(mac)).toList();
                if (others.isEmpty()) {
                    measurement.passed(method);
                } else {
                    measurement.value("macs", others).failed(Cause.DUPLICATE, "", method);
                }
            }
        }
    }
}
