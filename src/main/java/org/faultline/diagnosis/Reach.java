package org.faultline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * How far packets get: what the questions about interface and gateway have in common.
 *
 * <p>All of it is about one family: IPv4 where it has a way out, else IPv6. A dead IPv6 beside a healthy IPv4 is no fault of
 * the gateway.
 */
final class Reach {

    private Reach() { }

    /** Whether the system knows a way out for either family. */
    static Answer wayOut(Evidence e) {
        Seen routes = e.by("default-route");
        if (!routes.complete()) {
            return Answer.awaiting(routes.awaiting());
        }
        return described(routes.anyPassed(), way(e));
    }

    private static Optional<Observation> way(Evidence e) {
        Seen routes = e.by("default-route");
        Optional<Observation> ipv4 = routes.target("ipv4").passed().stream().findFirst();
        return ipv4.isPresent() ? ipv4 : routes.target("ipv6").passed().stream().findFirst();
    }

    static Answer described(Answer answer, Optional<Observation> observation) {
        return Facts.with(Facts.with(answer, "interface", observation.flatMap(known -> known.text("interface"))),
            "gateway", observation.flatMap(known -> known.text("gateway")));
    }

    private static boolean ipv4(Evidence e) {
        return way(e).filter(known -> known.target().equals("ipv6")).isEmpty();
    }

    /** The router that our packets go to, as the system itself chose it. */
    static Optional<String> gateway(Evidence e) {
        return way(e).flatMap(known -> known.text("gateway"));
    }

    /** A tunnel such as a VPN has taken the way out. */
    static Answer tunnelOwnsWay(Evidence e) {
        Seen routes = e.by("default-route");
        if (!routes.complete()) {
            return Answer.awaiting(routes.awaiting());
        }
        return way(e).map(known -> Facts.with(Answer.of(Truth.of(known.text("tunnel").isPresent()), List.of(known)), "interface",
                known.text("tunnel").or(() -> known.text("interface"))))
            .orElse(Answer.unknown(routes.unmeasured()));
    }

    /** What a probe saw of our gateway; complete as soon as there is something, whatever it still does with other gateways. */
    static Seen ofGateway(Evidence e, String probe) {
        Seen routes = e.by("default-route");
        if (!routes.complete()) {
            return new Seen(List.of(), routes.awaiting());
        }
        Optional<String> gateway = gateway(e);
        if (gateway.isEmpty()) {
            return new Seen(List.of(), Set.of());
        }
        Seen seen = e.by(probe).target(gateway.get());
        return seen.observations().isEmpty() ? seen : new Seen(seen.observations(), Set.of());
    }

    /** Somebody on the link answers for the gateway's address. */
    static Answer gatewayOwned(Evidence e) {
        return described(ofGateway(e, "gateway-neighbour").anyPassed(), way(e));
    }

    /**
     * Whether the router shows any life, so that nobody needs to look at it. Unknown where it keeps silent, since many do, and nothing tells
     * whether somebody owns its address; a link without a router, such as a mobile one, has none to look at.
     */
    static Answer routerShowsLife(Evidence e) {
        Optional<Observation> way = way(e);
        if (way.isPresent() && gateway(e).isEmpty()) {
            return Answer.of(Truth.YES, List.of(way.get()));
        }
        return gatewayOwned(e).or(gatewayAnswers(e));
    }

    /** Another default gateway of the same family is certainly alive. */
    static Answer otherGatewayAlive(Evidence e) {
        return otherGatewayAlive(e, _ -> true);
    }

    /** As {@link #otherGatewayAlive}, on another link than ours: it may well lead where ours does not. */
    static Answer otherLinkHasGateway(Evidence e) {
        String link = way(e).flatMap(known -> known.text("interface")).orElse("");
        return otherGatewayAlive(e, seen -> seen.text("interface").filter(other -> !other.equals(link)).isPresent());
    }

    private static Answer otherGatewayAlive(Evidence e, Predicate<Observation> condition) {
        String ours = gateway(e).orElse("");
        Predicate<Observation> other = condition.and(seen -> !seen.target().equals(ours) && seen.target().contains(":") != ipv4(e));
        Seen alive = e.by("gateway-neighbour").where(other.and(seen -> seen.failed() || seen.flag("confirmed")))
            .and(e.by("gateway-echo").where(other));
        Answer answer = alive.anyPassed();
        return alive.passed().stream().findFirst().map(seen -> answer.with("other", seen.target())).orElse(answer);
    }

    /** The gateway itself said anything at all, be it a refusal. */
    static Answer gatewayAnswers(Evidence e) {
        String gateway = gateway(e).orElse("");
        Seen replies = ofGateway(e, "gateway-echo").and(e.by("gateway-tcp").target(gateway)).and(ofGateway(e, "gateway-udp"));
        return replies.where(seen -> !inventedHere(e, seen)).anyPassed();
    }

    /** Everything tried beyond the gateway, in the family that is judged. */
    static Seen external(Evidence e) {
        return ipv4(e) ? e.by("external-tcp", "external-echo") : e.by("external-tcp6", "external-echo6");
    }

    /** Something comes back from beyond this computer's own network: an answer, or the complaint of a router. */
    static Answer somethingComesBack(Evidence e) {
        Answer soFar = soFar(e, external(e).and(e.by("dns-public", "https-by-proxy", "https")));
        if (soFar.truth() == Truth.YES) {
            return soFar;
        }
        Set<String> own = ownAddresses(e);
        List<Observation> complaints = external(e).observations().stream()
            .filter(seen -> complainer(seen).filter(from -> !own.contains(from)).isPresent()).toList();
        return complaints.isEmpty() ? openSites(e, external(e).where(seen -> !inventedHere(e, seen)).anyPassed())
            : Answer.of(Truth.YES, complaints);
    }

    /**
     * Some networks shut the well-known hosts out, which are name servers, and let every site open. The trace, which the questions beyond
     * will need, is under way while the sites are waited for.
     */
    private static Answer openSites(Evidence e, Answer hosts) {
        Seen sites = e.by("https");
        if (hosts.isFinal() && hosts.truth() == Truth.NO && !sites.complete()) {
            return Answer.awaiting(sites.and(e.by("trace")).awaiting());
        }
        Answer opens = sites.anyPassed();
        return hosts.or(opens.isFinal() && opens.truth() == Truth.UNKNOWN ? Answer.of(Truth.NO, List.of()) : opens);
    }

    /** Whether anything beyond has answered by now: through a gateway without a hardware address nothing will pass later either. */
    static Answer beyondSoFar(Evidence e) {
        return soFar(e, external(e));
    }

    private static Answer soFar(Evidence e, Seen seen) {
        List<Observation> passed = seen.where(each -> !inventedHere(e, each)).passed();
        return passed.isEmpty() ? Answer.of(Truth.NO, seen.failed()) : Answer.of(Truth.YES, passed);
    }

    private static Optional<String> complainer(Observation seen) {
        return seen.text("icmpFrom").map(from -> from.replaceAll("%.*", ""));
    }

    /** All that was tried beyond the gateway met silence: neither an answer nor any refusal, nor did a name server or a web page reply. */
    static Answer silenceBeyond(Evidence e) {
        Answer replies = soFar(e, e.by("dns-public", "http", "https"));
        if (replies.truth() == Truth.YES) {
            return replies.not();
        }
        return external(e).any(seen -> seen.passed() || !seen.failedWith(Cause.NO_REPLY)).not();
    }

    /** A refused TCP connection proves nothing where this computer's own firewall is known to refuse. */
    static boolean inventedHere(Evidence e, Observation seen) {
        return seen.flag("refused") && e.by("gateway-echo", "gateway-udp", "external-echo", "external-echo6").observations().stream()
            .anyMatch(other -> other.failedWith(Cause.BLOCKED_LOCALLY));
    }

    /** This computer itself refused to send: its firewall, a policy rule, or an ICMP error that carries one of our own addresses. */
    static Answer refusedHere(Evidence e) {
        Set<String> own = ownAddresses(e);
        Seen sent = external(e).and(ofGateway(e, "gateway-echo")).and(ofGateway(e, "gateway-udp"));
        return sent.any(seen -> seen.failed() && madeHere(seen, own));
    }

    private static boolean madeHere(Observation seen, Set<String> own) {
        Optional<String> from = complainer(seen);
        boolean policy = from.isEmpty() && !seen.target().contains(":") && seen.text("errno").filter("EACCES"::equals).isPresent();
        return seen.failedWith(Cause.BLOCKED_LOCALLY, Cause.INVALID_DESTINATION) || seen.flag("fromHere")
            || from.filter(own::contains).isPresent() || policy;
    }

    private static Set<String> ownAddresses(Evidence e) {
        List<String> own = new ArrayList<>();
        e.by("address").observations().forEach(seen -> seen.list("addresses")
            .forEach(address -> own.add(address.toString().replaceAll("/.*", ""))));
        return Set.copyOf(own);
    }
}
