package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.Reading;
import org.faultline.host.WhoHas;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Recorder.Measurement;

/**
 * Whether the hardware address that this machine uses for a silent gateway is the gateway's own. Asked only of one that answers nothing.
 *
 * <p>It is not, when (1) others claim the address on the link and the one in use is not among them, or several do;
 * (2) the entry is pinned by hand; (3) a living machine of another address on the link has the same hardware address.
 */
final class GatewayOwner implements Probe {

    private static final Duration TIMEOUT = Duration.ofMillis(200);

    @Override
    public String name() {
        return "gateway-owner";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().filter(Ways.Gateway::hasNeighbours)
            .<Task>map(gateway -> recorder -> measure(situation, gateway, recorder)).toList();
    }

    private static void measure(Situation situation, Ways.Gateway gateway, Recorder recorder) {
        Measurement measurement = recorder.begin(gateway.name()).value("interface", gateway.link().name());
        List<Neighbour> neighbours = situation.host().state().value().map(state -> state.neighbours()).orElse(List.of()).stream()
            .filter(neighbour -> neighbour.link().equals(gateway.link().name())).toList();
        Optional<Neighbour> entry = neighbours.stream().filter(neighbour -> neighbour.address().equals(gateway.address())).findFirst();
        String mac = entry.map(Neighbour::mac).orElse("");
        if (mac.isEmpty()) {
            measurement.unknown(Cause.MISSING, "", "neighbour-table");
            return;
        }
        measurement.value("mac", mac);
        Reading<List<String>> claimed = gateway.ipv4()
            ? situation.host().whoHas(new WhoHas(gateway.address(), gateway.link().name(), TIMEOUT))
            : Reading.unknown(Cause.NOT_SUPPORTED, "", "neighbour-table");
        claimed.value().filter(macs -> !macs.isEmpty()).ifPresent(macs -> measurement.value("claimedBy", macs));
        if (claimed.value().filter(macs -> !macs.isEmpty()).isPresent()) {
            claim(mac, claimed.value().get(), claimed.method(), measurement);
        } else if (entry.get().state().equals("permanent")) {
            measurement.failed(Cause.PINNED, "", "neighbour-table");
        } else {
            twin(situation, gateway.address(), mac, neighbours, measurement);
        }
    }

    private static void claim(String mac, List<String> macs, String method, Measurement measurement) {
        if (macs.stream().noneMatch(mac::equalsIgnoreCase)) {
            measurement.failed(Cause.WRONG_PEER, "", method);
        } else if (macs.stream().distinct().count() > 1) {
            measurement.failed(Cause.DUPLICATE, "", method);
        } else {
            measurement.passed(method);
        }
    }

    /** A router with two addresses is as silent on both; a machine that answers only for its own name is no router. */
    private static void twin(Situation situation, InetAddress gateway, String mac, List<Neighbour> neighbours, Measurement measurement) {
        Optional<InetAddress> living = neighbours.stream().filter(neighbour -> neighbour.mac().equalsIgnoreCase(mac))
            .map(Neighbour::address).filter(address -> !address.equals(gateway) && sameFamily(address, gateway))
            .filter(address -> answers(situation, address)).findFirst();
        if (living.isPresent()) {
            measurement.value("belongsTo", Ways.plain(living.get())).failed(Cause.WRONG_PEER, "", "neighbour-table");
        } else {
            measurement.passed("neighbour-table");
        }
    }

    private static boolean sameFamily(InetAddress one, InetAddress other) {
        return one.getAddress().length == other.getAddress().length;
    }

    private static boolean answers(Situation situation, InetAddress address) {
        EchoReply reply = situation.host().echo(EchoRequest.series(address, 2, Duration.ofMillis(10), TIMEOUT));
        return reply.failure().none();
    }
}
