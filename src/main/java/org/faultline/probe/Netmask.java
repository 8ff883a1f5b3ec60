package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.Reading;
import org.faultline.host.RouteChoice;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Whether the IPv4 prefixes draw the line in the right place: the gateway on the link, the targets behind the gateway.
 *
 * <p>A failure alone is no fault: clouds give out gateways outside the prefix, and proxy ARP makes everything a neighbour.
 * Somebody must also fail to answer there.
 */
final class Netmask implements Probe {

    @Override
    public String name() {
        return "netmask";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        Stream<Task> gateways = Ways.of(situation).gateways(true).stream().filter(Ways.Gateway::hasNeighbours)
            .map(gateway -> recorder -> gateway(situation, gateway, recorder));
        Stream<Task> targets = situation.targets().addresses().stream().filter(Inet4Address.class::isInstance)
            .map(target -> recorder -> target(situation, target, recorder));
        return Stream.concat(gateways, targets).toList();
    }

    private static void gateway(Situation situation, Ways.Gateway gateway, Recorder recorder) {
        boolean onLink = situation.state().value().stream().flatMap(known -> known.routes().stream())
            .anyMatch(route -> reachesDirectly(route, gateway.address()))
            || situation.state().value().stream().flatMap(known -> known.addressesOf(gateway.link().name()).stream())
                .anyMatch(address -> address.covers(gateway.address()));
        Recorder.Measurement measurement = recorder.begin(gateway.name()).value("role", "gateway").value("interface", gateway.link().name());
        if (onLink) {
            measurement.passed(situation.state().method());
        } else {
            measurement.failed(Cause.OFF_LINK, "", situation.state().method());
        }
    }

    private static boolean reachesDirectly(Route route, InetAddress address) {
        return route.gateway().isEmpty() && route.type().equals("unicast") && route.destination().length() > 0
            && route.destination().contains(address);
    }

    private static void target(Situation situation, InetAddress target, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(Ways.plain(target)).value("role", "target");
        switch (situation.host().routeTo(target)) {
            case Reading.Unknown<RouteChoice> unknown -> measurement.unknown(unknown);
            case Reading.Known<RouteChoice>(RouteChoice choice, String method) when isNeighbour(situation, choice, target) ->
                measurement.value("interface", choice.link()).failed(Cause.ON_LINK, "", method);
            case Reading.Known<RouteChoice>(RouteChoice choice, String method) -> measurement.value("interface", choice.link()).passed(method);
        }
    }

    /** A private address may well be a neighbour of ours; a public one is none to a machine with a private address. */
    static boolean isNeighbour(Situation situation, RouteChoice choice, InetAddress target) {
        boolean wired = Ways.of(situation).link(choice.link()).map(NetworkState.Link::kind)
            .filter(kind -> kind == Kind.ETHERNET || kind == Kind.WIFI || kind == Kind.VIRTUAL).isPresent();
        return choice.type().equals("unicast") && choice.gateway().isEmpty() && wired && !target.isSiteLocalAddress();
    }
}
