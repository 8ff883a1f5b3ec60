package org.faultline.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.faultline.host.*;

/** The network of a {@link World}: what packets sent into it come to. */
final class FakeWire {

    private final World world;
    private final Set<String> connected = ConcurrentHashMap.newKeySet();

    FakeWire(World world) {
        this.world = world;
    }

    /** {@code echo}: {@code ok 0.3}, {@code ok 0.3 lost 30} (percent), or a failure; {@code ADDRESS/large} for packets over 1000 bytes. */
    EchoReply echo(EchoRequest request) {
        String address = plain(request.target());
        String large = request.payload() > 1000 ? "/large" : "";
        Behaviour behaviour = large.isEmpty() ? world.behaviour("echo", address, family(request.target()), "*")
            : world.behaviour("echo", address + large, "*" + large, address, family(request.target()), "*");
        if (behaviour.isFailure()) {
            boolean sent = behaviour.failure().errno() == Errno.NONE || behaviour.failure().icmp().isPresent();
            return new EchoReply(behaviour.failure(), sent ? request.count() : 0, 0, Optional.empty(), List.of(),
                IntStream.range(0, sent ? request.count() : 0).boxed().toList(), 0, FakeHost.METHOD);
        }
        Duration roundTrip = behaviour.millisAfter("ok", 0.3);
        double lossPercent = behaviour.numberAfter("lost", 0);
        List<Integer> lost = IntStream.range(1, request.count()).filter(i -> (int) (i * lossPercent / 100) > (int) ((i - 1) * lossPercent / 100))
            .boxed().toList();
        return new EchoReply(Failure.NONE, request.count(), request.count() - lost.size(), Optional.of(roundTrip.plusMillis(3)),
            Collections.nCopies(Math.max(0, request.count() - 1 - lost.size()), roundTrip), lost, 64, FakeHost.METHOD);
    }

    /** {@code trace}: {@code "192.168.1.1 * 10.0.0.1 1.1.1.1"}; a hop may be {@code 10.0.0.1!3/13}. */
    TraceReply trace(TraceRequest request) {
        Behaviour behaviour = world.behaviour("trace", plain(request.target()), family(request.target()), "*");
        if (behaviour.isFailure()) {
            return new TraceReply(behaviour.failure(), List.of(), false, FakeHost.METHOD);
        }
        List<TraceReply.Hop> hops = IntStream.range(0, behaviour.words().size())
            .mapToObj(i -> hop(i + 1, behaviour.words().get(i).replace("target", plain(request.target())))).toList();
        boolean reached = hops.getLast().router().filter(request.target()::equals).isPresent();
        return new TraceReply(Failure.NONE, hops, reached, FakeHost.METHOD);
    }

    private static TraceReply.Hop hop(int ttl, String text) {
        if (text.equals("*")) {
            return new TraceReply.Hop(ttl, Optional.empty(), Optional.empty(), Optional.empty());
        }
        String[] parts = text.split("!");
        InetAddress router = World.address(parts[0]);
        Optional<IcmpError> error = parts.length == 1 ? Optional.empty()
            : Behaviour.of("icmp " + parts[1] + " from " + parts[0]).failure().icmp();
        return new TraceReply.Hop(ttl, Optional.of(router), Optional.of(Duration.ofMillis(ttl)), error);
    }

    /** {@code tcp}: {@code ok 12} or a failure, by {@code ADDRESS:PORT}, {@code ADDRESS}, {@code *:PORT}, {@code *6}, {@code *}; {@code once ok 12} and silent ever after. */
    ConnectReply connect(ConnectRequest request) {
        String address = plain(request.target().getAddress());
        Behaviour behaviour = tcp(request.target());
        if (behaviour.word().equals("once")) {
            boolean first = connected.add(address);
            return new ConnectReply(first ? Failure.NONE : Failure.NO_REPLY, behaviour.millisAfter("ok", 1), FakeHost.METHOD);
        }
        return new ConnectReply(behaviour.failure(), behaviour.millisAfter(behaviour.word(), 1), FakeHost.METHOD);
    }

    /**
     * {@code dns}: {@code answer 192.0.2.1 in 12}, {@code SERVFAIL}, {@code REFUSED}, {@code NXDOMAIN}, {@code empty}, or a failure; by
     * {@code SERVER/tcp NAME}, {@code SERVER NAME}, {@code SERVER/tcp}, {@code SERVER}, {@code * NAME}, {@code *}. A name that the
     * scenario does not list as {@code exists} is {@code nowhere}: {@code SERVER nowhere}, {@code * nowhere}.
     */
    DnsReply dns(DnsRequest request) {
        String server = plain(request.server().getAddress());
        String transport = server + "/" + request.transport().id();
        boolean exists = world.fields().object("resolve").values().containsKey(request.name());
        String name = exists ? request.name() : "nowhere";
        String typed = name + "/" + request.type();
        Behaviour behaviour = exists
            ? world.behaviour("dns", transport + " " + typed, server + " " + typed, transport + " " + name, server + " " + name, transport, server,
                "* " + typed, "* " + name, "*")
            : world.behaviour("dns", transport + " nowhere", server + " nowhere", transport, server, "* nowhere");
        Duration elapsed = behaviour.millisAfter("in", 12);
        return switch (behaviour.word()) {
            case "answer" -> new DnsReply(Failure.NONE, "NOERROR", behaviour.words().stream().skip(1).takeWhile(word -> !word.equals("in"))
                .map(World::address).toList(), elapsed, FakeHost.METHOD);
            case "empty" -> new DnsReply(Failure.NONE, "NOERROR", List.of(), elapsed, FakeHost.METHOD);
            case "SERVFAIL", "REFUSED", "NXDOMAIN", "FORMERR", "NOTIMP" -> new DnsReply(Failure.NONE, behaviour.word(), List.of(), elapsed, FakeHost.METHOD);
            default -> new DnsReply(behaviour.failure(), "", List.of(), behaviour.failure().equals(Failure.NO_REPLY) ? request.timeout() : elapsed, FakeHost.METHOD);
        };
    }

    /** What is not reached by TCP is not reached by what needs TCP. */
    Failure connection(InetSocketAddress target) {
        Behaviour behaviour = tcp(target);
        return behaviour.word().equals("once") ? Failure.NO_REPLY : behaviour.failure();
    }

    private Behaviour tcp(InetSocketAddress target) {
        String address = plain(target.getAddress());
        int port = target.getPort();
        return world.behaviour("tcp", address + ":" + port, address, "*:" + port, family(target.getAddress()), "*");
    }

    static String plain(InetAddress address) {
        return World.address(address.getHostAddress().replaceAll("%.*", "")).getHostAddress();
    }

    private static String family(InetAddress address) {
        return address.getAddress().length == 4 ? "*4" : "*6";
    }
}
