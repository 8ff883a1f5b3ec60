package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.Reading;
import org.faultline.host.WhoHas;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Whether somebody of another network lives on our link while nobody of ours does. Asked only when the gateway is absent.
 *
 * <p>It fails only on positive evidence: (1) no neighbour of our own prefix is known to be alive on that link, (2) the address was not
 * given by DHCP, which would have given one that fits, and (3) an address at which routers usually live answers ARP there
 * although our prefixes do not cover it.
 */
final class ForeignAddress implements Probe {

    /** Where the makers of home and office routers put them; name servers and neighbours of other networks are asked as well. */
    private static final List<String> USUAL = List.of("192.168.0.1", "192.168.1.1", "192.168.2.1", "192.168.8.1", "192.168.10.1",
        "192.168.88.1", "192.168.100.1", "192.168.178.1", "192.168.0.254", "192.168.1.254", "10.0.0.1", "10.0.0.138", "10.1.1.1", "172.16.0.1");

    private static final Duration TIMEOUT = Duration.ofMillis(150);
    private static final Set<String> ALIVE = Set.of("reachable", "stale", "delay", "probe");

    @Override
    public String name() {
        return "foreign-address";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways(true).stream().filter(Ways.Gateway::hasNeighbours).map(gateway -> gateway.link().name()).distinct()
            .flatMap(link -> tasks(situation, link)).toList();
    }

    private static Stream<Task> tasks(Situation situation, String link) {
        Optional<NetworkState> state = situation.host().state().value();
        List<Address> ours = state.map(known -> known.addressesOf(link)).orElse(List.of()).stream()
            .filter(address -> address.address() instanceof Inet4Address && Ways.usable(address)).toList();
        List<Neighbour> alive = state.map(NetworkState::neighbours).orElse(List.of()).stream()
            .filter(neighbour -> neighbour.link().equals(link) && neighbour.address() instanceof Inet4Address)
            .filter(neighbour -> ALIVE.contains(neighbour.state())).toList();
        boolean atHome = alive.stream().anyMatch(neighbour -> covered(ours, neighbour.address()));
        boolean leased = ours.stream().anyMatch(address -> address.origin().equals("dhcp"));
        if (ours.isEmpty() || atHome || leased) {
            return Stream.empty();
        }
        Stream<InetAddress> resolvers = situation.resolvers().value().stream().flatMap(known -> known.servers().stream())
            .map(InetSocketAddress::getAddress).filter(server -> server instanceof Inet4Address && server.isSiteLocalAddress());
        Stream<InetAddress> strangers = Stream.concat(alive.stream().map(Neighbour::address), resolvers);
        return Stream.concat(strangers, USUAL.stream().map(InetAddress::ofLiteral)).distinct().filter(address -> !covered(ours, address))
            .map(address -> recorder -> ask(situation, link, ours, address, recorder));
    }

    private static boolean covered(List<Address> ours, InetAddress address) {
        return ours.stream().anyMatch(own -> own.covers(address));
    }

    private static void ask(Situation situation, String link, List<Address> ours, InetAddress address, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(Ways.plain(address)).value("interface", link)
            .value("address", Ways.plain(ours.getFirst().address()));
        switch (situation.host().whoHas(new WhoHas(address, link, TIMEOUT))) {
            case Reading.Unknown<List<String>> unknown -> measurement.unknown(unknown);
            case Reading.Known<List<String>>(List<String> macs, String method) when macs.isEmpty() -> measurement.passed(method);
            case Reading.Known<List<String>>(List<String> macs, String method) ->
                measurement.value("macs", macs).failed(Cause.ELSEWHERE, "", method);
        }
    }
}
