package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/**
 * The cheapest look at a network that still notices when something changed: how the machine is set up, and one sign of life each from
 * loopback, gateway, internet and name server. It is compared with an earlier one and judges nothing: what is different is a reason to
 * run the whole check, never a fault.
 *
 * @param setup how links, addresses, routes, rules and name servers stand, one line each; counters and neighbours come and go and are left out
 */
public record Glance(Set<String> setup, List<Sign> signs) {

    /** A reply within the limits of the profile needs no more; what takes longer is asked once again. */
    private static final Duration NEAR = Duration.ofMillis(400);
    private static final Duration SELF = Duration.ofMillis(260);

    public Glance {
        setup = Set.copyOf(setup);
        signs = List.copyOf(signs);
    }

    /**
     * One thing asked and whether it answered as it should.
     *
     * @param what      {@code loopback-ipv4}, {@code loopback-ipv6}, {@code gateway}, {@code external} or {@code name}
     * @param good      unknown where this machine does not let us ask
     * @param roundTrip of the answer, where it came
     */
    public record Sign(String what, String target, Truth good, Optional<Duration> roundTrip) {

        private boolean sameAs(Sign other) {
            return what.equals(other.what) && target.equals(other.target) && good == other.good;
        }
    }

    /** Looks once, at no more than these stages. Two packets to each of at most two gateways, one address and one name server. */
    public static Glance at(Situation situation, Set<Stage> stages) {
        List<Sign> signs = new ArrayList<>();
        Stream.of(Loopback.values()).filter(loopback -> stages.contains(loopback.stage())).forEach(loopback -> signs.add(self(situation, loopback)));
        if (stages.contains(Stage.GATEWAY)) {
            preferredGateways(situation).forEach(gateway -> signs.add(gateway(situation, gateway)));
        }
        if (stages.contains(Stage.EXTERNAL) && situation.targets().external()) {
            external(situation).ifPresent(signs::add);
            name(situation).ifPresent(signs::add);
        }
        return new Glance(setup(situation), signs);
    }

    /** What is otherwise than in an earlier one: names of signs, and lines of the set-up with {@code +} or {@code -} before them. */
    public List<String> differences(Glance earlier) {
        Set<String> found = new TreeSet<>();
        setup.stream().filter(line -> !earlier.setup.contains(line)).forEach(line -> found.add("+ " + line));
        earlier.setup.stream().filter(line -> !setup.contains(line)).forEach(line -> found.add("- " + line));
        signs.stream().filter(sign -> earlier.signs.stream().noneMatch(sign::sameAs)).forEach(sign -> found.add(sign.what()));
        return List.copyOf(found);
    }

    /** Without what did not answer as it should: one compared with this finds that different, whether or not it answers. */
    public Glance withoutSilent() {
        return new Glance(setup, signs.stream().filter(sign -> sign.good() != Truth.NO).toList());
    }

    private static Sign self(Situation situation, Loopback loopback) {
        return again(() -> {
            SelfReply reply = situation.host().talkToSelf(new SelfRequest(loopback.address(), Transport.TCP, 1, SELF));
            boolean good = reply.failure().none() && reply.lost() == 0;
            return new Sign(loopback.stage().id(), loopback.text(), truth(good, reply.failure().cause()), reply.roundTrips().stream().findFirst());
        });
    }

    private static List<Ways.Gateway> preferredGateways(Situation situation) {
        Ways ways = Ways.of(situation);
        return Stream.of(true, false).flatMap(ipv4 -> ways.gateways(ipv4).stream().limit(1)).toList();
    }

    private static Sign gateway(Situation situation, Ways.Gateway gateway) {
        return again(() -> echo(situation, "gateway", gateway.address(), situation.targets().thresholds().gatewayRtt(), NEAR));
    }

    /** The first of two well-known hosts that answers: one operator's trouble is no reason to look closer. */
    private static Optional<Sign> external(Situation situation) {
        List<InetAddress> some = Stream.of(true, false).flatMap(ipv4 -> External.addresses(situation, ipv4).stream()).limit(2).toList();
        return firstGood(situation, some)
            .map(sign -> new Sign(sign.what(), "", sign.good(), sign.roundTrip()));
    }

    private static Optional<Sign> firstGood(Situation situation, List<InetAddress> addresses) {
        Optional<Sign> last = Optional.empty();
        for (InetAddress address : addresses) {
            last = Optional.of(reached(situation, address));
            if (last.get().good() == Truth.YES) {
                return last;
            }
        }
        return last;
    }

    private static Sign reached(Situation situation, InetAddress address) {
        Sign echo = echo(situation, "external", address, situation.targets().thresholds().externalRtt(), External.PATIENCE);
        if (echo.good() == Truth.YES) {
            return echo;
        }
        ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(address, 443), External.PATIENCE));
        return new Sign("external", Ways.plain(address), truth(reply.failure().none(), reply.failure().cause()),
            Optional.of(reply.elapsed()).filter(_ -> reply.failure().none()));
    }

    private static Sign echo(Situation situation, String what, InetAddress address, Duration limit, Duration patience) {
        EchoReply reply = situation.host().echo(EchoRequest.series(address, 1, Duration.ZERO, patience));
        boolean good = reply.failure().none() && reply.first().filter(took -> took.compareTo(limit) > 0).isEmpty();
        return new Sign(what, Ways.plain(address), truth(good, reply.failure().cause()), reply.first());
    }

    private static Optional<Sign> name(Situation situation) {
        return External.resolvers(situation).stream().findFirst().flatMap(server -> situation.targets().names().stream().findFirst()
            .map(name -> again(() -> lookUp(situation, server, name))));
    }

    private static Sign lookUp(Situation situation, InetSocketAddress server, String name) {
        DnsReply reply = situation.host().dns(new DnsRequest(server, name, "A", Transport.UDP, External.PATIENCE));
        boolean good = reply.failure().none() && !reply.addresses().isEmpty()
            && reply.elapsed().compareTo(situation.targets().thresholds().dns()) <= 0;
        return new Sign("name", Ways.plain(server.getAddress()), truth(good, reply.failure().cause()),
            Optional.of(reply.elapsed()).filter(_ -> reply.failure().none()));
    }

    private static Truth truth(boolean good, Cause cause) {
        return good ? Truth.YES : cause == Cause.NOT_PERMITTED ? Truth.UNKNOWN : Truth.NO;
    }

    /** One lost packet is no change. */
    private static Sign again(Supplier<Sign> ask) {
        Sign first = ask.get();
        return first.good() == Truth.NO ? ask.get() : first;
    }

    private static Set<String> setup(Situation situation) {
        Set<String> lines = new TreeSet<>();
        situation.state().value().ifPresent(state -> {
            Set<String> inside = new TreeSet<>();
            state.links().stream().filter(link -> !link.loopback() && !link.outward() && !link.tunnel()).forEach(link -> inside.add(link.name()));
            state.links().stream().filter(link -> !inside.contains(link.name())).forEach(link -> lines.add("link " + link.name()
                + (link.adminUp() ? " on" : " off") + link.carrier().map(live -> live ? " live" : " dead").orElse("") + " mtu " + link.mtu()
                + link.wifi().map(wifi -> wifi.associated() ? " joined " + wifi.ssid() : " not joined").orElse("")));
            state.addresses().stream().filter(address -> !inside.contains(address.link())).forEach(address -> lines.add("address "
                + Ways.plain(address.address()) + "/" + address.prefixLength() + " " + address.link() + (address.dadFailed() ? " duplicate" : "")));
            state.routes().stream().filter(route -> !inside.contains(route.link())).forEach(route -> lines.add("route " + route.destination()
                + " " + route.type() + route.gateway().map(gateway -> " via " + Ways.plain(gateway)).orElse("") + " " + route.link()
                + " metric " + route.metric() + " table " + route.table() + (route.linkDown() ? " dead" : "")));
            state.rules().forEach(rule -> lines.add("rule " + rule.family() + " " + rule.priority() + " " + rule.action() + " " + rule.table()
                + rule.from().map(from -> " from " + from).orElse("") + rule.to().map(to -> " to " + to).orElse("") + " " + rule.limitedTo()));
            lines.add("ipv6 " + state.ipv6());
        });
        situation.resolvers().value().ifPresent(known -> known.servers().forEach(server -> lines.add("name server " + Ways.plain(server.getAddress()))));
        return lines;
    }
}
