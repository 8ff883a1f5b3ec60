package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.host.RouteChoice;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * The way that the system itself would choose to the outside, per family: values {@code interface}, {@code gateway} (the router on one
 * of our links, even where a tunnel has taken over) and {@code tunnel}. Sends nothing.
 */
final class DefaultRoute implements Probe {

    /** Addresses that are nobody's (RFC 5737, RFC 3849), for a profile without targets of a family. */
    private static final InetAddress ANYWHERE_4 = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress ANYWHERE_6 = InetAddress.ofLiteral("2001:db8::1");

    private static final Set<String> REJECTING = Set.of("unreachable", "prohibit", "blackhole");

    @Override
    public String name() {
        return "default-route";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> measure(situation, true, recorder), recorder -> measure(situation, false, recorder));
    }

    private static void measure(Situation situation, boolean ipv4, Recorder recorder) {
        Ways ways = Ways.of(situation);
        Recorder.Measurement measurement = recorder.begin(ipv4 ? "ipv4" : "ipv6")
            .value("defaultRoutes", situation.defaultRoutes(ipv4).size());
        if (situation.state().value().isPresent() && !ways.hasUsableAddress(ipv4)) {
            measurement.skipped(Cause.NOT_CONFIGURED, situation.state().method());
            return;
        }
        List<Reading<RouteChoice>> readings = destinations(situation, ipv4).stream().map(situation.host()::routeTo).toList();
        List<RouteChoice> choices = readings.stream().flatMap(reading -> reading.value().stream()).toList();
        Optional<RouteChoice> way = choices.stream().filter(choice -> choice.type().equals("unicast")).findFirst();
        if (way.isPresent()) {
            describe(ways, way.get(), ipv4, measurement);
            measurement.passed(readings.getFirst().method());
        } else if (!choices.isEmpty()) {
            String type = choices.getFirst().type();
            Cause cause = rejectedByRule(situation, ipv4) ? Cause.PROHIBITED : refusal(type, ipv4);
            measurement.value("type", type).failed(cause, "", readings.getFirst().method());
        } else {
            measurement.unknown(Cause.UNREADABLE, "", readings.getFirst().method());
        }
    }

    private static List<InetAddress> destinations(Situation situation, boolean ipv4) {
        List<InetAddress> targets = situation.targets().addresses().stream().filter(target -> target instanceof Inet4Address == ipv4).toList();
        return targets.isEmpty() ? List.of(ipv4 ? ANYWHERE_4 : ANYWHERE_6) : targets;
    }

    private static void describe(Ways ways, RouteChoice way, boolean ipv4, Recorder.Measurement measurement) {
        Optional<Link> link = ways.link(way.link());
        boolean tunnel = link.filter(Link::tunnel).isPresent();
        List<Ways.Gateway> gateways = ways.gateways(ipv4);
        Optional<String> gateway = tunnel ? Optional.empty() : way.gateway().map(Ways::plain);
        gateway.or(() -> gateways.stream().map(Ways.Gateway::name).findFirst()).ifPresent(name -> measurement.value("gateway", name));
        measurement.value("interface", way.link());
        if (tunnel) {
            measurement.value("tunnel", way.link());
            gateways.stream().findFirst().ifPresent(physical -> measurement.value("interface", physical.link().name()));
        }
    }

    /** Linux reports a rule that says "unreachable" as if there were no route at all (ENETUNREACH); the rules tell the two apart. */
    private static boolean rejectedByRule(Situation situation, boolean ipv4) {
        return !situation.defaultRoutes(ipv4).isEmpty() && situation.state().value().stream().flatMap(state -> state.rules().stream())
            .anyMatch(rule -> rule.family() == (ipv4 ? 4 : 6) && REJECTING.contains(rule.action()));
    }

    /** IPv6 keeps an "unreachable" route of its own where there is no other, so there it only means that none exists. */
    private static Cause refusal(String type, boolean ipv4) {
        return switch (type) {
            case "prohibit" -> Cause.PROHIBITED;
            case "blackhole" -> Cause.INVALID_DESTINATION;
            case "unreachable" -> ipv4 ? Cause.HOST_UNREACHABLE : Cause.NO_ROUTE;
            default -> Cause.NO_ROUTE;
        };
    }
}
