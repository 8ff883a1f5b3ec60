package org.faultline.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.faultline.host.*;
import org.faultline.host.NetworkState.Route;
import org.faultline.model.Cause;

/** A machine that answers from a {@link World}. State read a second time is the world's {@code later}. */
public final class FakeHost implements Host {

    static final String METHOD = "fake";

    private static final String WITH_A_NAME = " with a user name";

    private final World world;
    private final AtomicInteger stateReadings = new AtomicInteger();
    private final AtomicInteger counterReadings = new AtomicInteger();
    private final AtomicInteger resetsSent = new AtomicInteger();
    private final FakeWire wire;
    private final FakeTalks talks;

    public FakeHost(World world) {
        this.world = world;
        this.wire = new FakeWire(world);
        this.talks = new FakeTalks(world, wire);
    }

    private Fields fields() {
        return world.fields();
    }

    /** Scenario field {@code unreadable}: {@code {"state": "not-permitted"}} makes that call answer unknown. */
    private <T> Optional<Reading<T>> unreadable(String call) {
        return fields().object("unreadable").only("state", "counters", "listeners", "routeTo", "resolvers", "firewall").text(call).map(cause -> Reading.unknown(Cause.of(cause).orElseThrow(), "", METHOD));
    }

    @Override
    public Machine machine() {
        Fields machine = fields().object("machine").only("os", "privileged", "ipv4Only");
        return new Machine(machine.text("os").orElse("linux"), "Debian 12", "desk", "user", machine.flag("privileged", false),
            machine.flag("ipv4Only", false));
    }

    @Override
    public Reading<NetworkState> state() {
        World now = stateReadings.getAndIncrement() == 0 ? world : world.later();
        return this.<NetworkState>unreadable("state").orElseGet(() -> Reading.known(now.state(), METHOD));
    }

    /** {@code counters} lists how much each counter grows between the first reading and the next. */
    @Override
    public Reading<Counters> counters() {
        boolean first = counterReadings.getAndIncrement() == 0;
        Map<String, Long> values = new HashMap<>();
        fields().object("counters").values().forEach((name, growth) -> values.put(name, first ? 1000L : 1000L + ((Number) growth).longValue()));
        values.put("Tcp.OutRsts", 1000L + resetsSent.get());
        return this.<Counters>unreadable("counters").orElseGet(() -> Reading.known(new Counters(values), METHOD));
    }

    /**
     * {@code listeners}: lines of {@code tcp 127.0.0.1:22}, {@code tcp :::80 v6only}, {@code tcp 0.0.0.0:5432 by postgres 812 of postgres queue 0/128}. A
     * service whose {@code speech} is {@code unaccepted} leaves every connection in the queue.
     */
    @Override
    public Reading<List<Listener>> listeners() {
        List<Listener> listeners = fields().list("listeners").stream().map(line -> {
            String[] words = line.split("\\s+");
            int colon = words[1].lastIndexOf(':');
            List<String> all = List.of(words);
            int port = Integer.parseInt(words[1].substring(colon + 1));
            String[] queue = all.contains("queue") ? words[all.indexOf("queue") + 1].split("/") : new String[] {"0", "128"};
            return new Listener(Transport.valueOf(words[0].toUpperCase()), World.address(words[1].substring(0, colon)), port, all.contains("v6only"), 0,
                all.contains("of") ? words[all.indexOf("of") + 1] : "root",
                all.contains("by") ? Optional.of(new Listener.Owner(Long.parseLong(words[all.indexOf("by") + 2]), words[all.indexOf("by") + 1])) : Optional.empty(),
                Integer.parseInt(queue[0]) + talks.unaccepted(port), Integer.parseInt(queue[1]));
        }).toList();
        return this.<List<Listener>>unreadable("listeners").orElseGet(() -> Reading.known(listeners, METHOD));
    }

    /** {@code routeTo} overrides what the routes say: {@code blackhole} or {@code unicast via 10.0.0.1 dev tun0}. */
    @Override
    public Reading<RouteChoice> routeTo(InetAddress destination) {
        Optional<String> override = fields().object("routeTo").text(destination.getHostAddress());
        return this.<RouteChoice>unreadable("routeTo").orElseGet(() -> Reading.known(
            override.map(FakeHost::choice).orElseGet(() -> routed(destination)), METHOD));
    }

    private static RouteChoice choice(String text) {
        List<String> words = List.of(text.split("\\s+"));
        Optional<InetAddress> via = words.contains("via") ? Optional.of(World.address(words.get(words.indexOf("via") + 1))) : Optional.empty();
        return new RouteChoice(words.getFirst(), via, words.contains("dev") ? words.get(words.indexOf("dev") + 1) : "", Optional.empty(), 0);
    }

    private RouteChoice routed(InetAddress destination) {
        if (destination.isLoopbackAddress()) {
            return new RouteChoice("local", Optional.empty(), "lo", Optional.of(destination), 0);
        }
        return world.state().routes().stream()
            .filter(route -> route.destination().contains(destination) && !route.linkDown())
            .min((a, b) -> a.destination().length() != b.destination().length()
                ? Integer.compare(b.destination().length(), a.destination().length()) : Long.compare(a.metric(), b.metric()))
            .map(FakeHost::choice).orElse(new RouteChoice("no-route", Optional.empty(), "", Optional.empty(), 0));
    }

    private static RouteChoice choice(Route route) {
        return new RouteChoice(route.type(), route.gateway(), route.link(), Optional.empty(), 0);
    }

    /** {@code files}: {@code {"hosts": "127.0.0.1 localhost\n"}}, null for a missing file, {@code "?unreadable"} for another reason. */
    @Override
    public Reading<byte[]> file(SystemFile file) {
        String key = file == SystemFile.HOSTS ? "hosts" : "nsswitch";
        Optional<String> text = fields().object("files").text(key);
        if (text.isEmpty()) {
            return Reading.unknown(Cause.MISSING, "ENOENT", METHOD);
        }
        if (text.get().startsWith("?")) {
            return Reading.unknown(Cause.of(text.get().substring(1)).orElseThrow(), "EACCES", METHOD);
        }
        boolean utf16 = text.get().startsWith("utf-16:");
        return Reading.known(utf16 ? text.get().substring(7).getBytes(StandardCharsets.UTF_16) : text.get().getBytes(StandardCharsets.UTF_8), METHOD);
    }

    @Override
    public Reading<Resolvers> resolvers() {
        return this.<Resolvers>unreadable("resolvers").orElseGet(() -> Reading.known(new Resolvers(fields().list("resolvers").stream()
            .map(server -> new InetSocketAddress(World.address(server), 53)).toList(), List.of()), METHOD));
    }

    @Override
    public Reading<List<String>> firewallRules() {
        return this.<List<String>>unreadable("firewall").orElseGet(() -> Reading.known(fields().list("firewall"), METHOD));
    }

    /** {@code resolve}: {@code "93.184.215.14 2606:…"}, or a cause such as {@code name-error}. */
    @Override
    public Reading<List<InetAddress>> resolve(Resolve request) {
        Behaviour behaviour = world.behaviour("resolve", request.name(), "*");
        return behaviour.isFailure()
            ? Reading.unknown(behaviour.failure().cause(), behaviour.rest(), METHOD)
            : Reading.known(behaviour.words().stream().map(World::address).toList(), METHOD);
    }

    /** {@code proxies}: lines of {@code http 10.0.0.1:3128 environment http_proxy}. */
    @Override
    public Reading<List<ProxySetting>> proxies() {
        return Reading.known(fields().list("proxies").stream().map(line -> {
            String[] words = line.split("\\s+", 3);
            int colon = words[1].lastIndexOf(':');
            return new ProxySetting(words[0], words[1].substring(0, colon), Integer.parseInt(words[1].substring(colon + 1)),
                words[2].replace(WITH_A_NAME, ""), List.of(), words[2].endsWith(WITH_A_NAME));
        }).toList(), METHOD);
    }

    /**
     * {@code self}: {@code ok 0.02}, {@code ok 0.02 lost 3}, {@code connect silent}, {@code bind EADDRINUSE}, {@code accept wrong-peer};
     * {@code connect ECONNREFUSED by tcp} counts the reset that TCP sends.
     */
    @Override
    public SelfReply talkToSelf(SelfRequest request) {
        String address = request.address().getHostAddress();
        Behaviour behaviour = world.behaviour("self", address + "/" + request.transport().id(), address,
            address.contains(":") ? "*6" : "*", "*");
        if (behaviour.word().equals("ok")) {
            int lost = (int) behaviour.numberAfter("lost", 0);
            return new SelfReply(SelfReply.Step.DONE, Failure.NONE,
                Collections.nCopies(request.rounds() - lost, behaviour.millisAfter("ok", 0.02)), lost, METHOD);
        }
        if (behaviour.rest().endsWith("by tcp")) {
            resetsSent.incrementAndGet();
        }
        return new SelfReply(SelfReply.Step.valueOf(behaviour.word().toUpperCase()), Behaviour.of(behaviour.rest()).failure(),
            List.of(), request.rounds(), METHOD);
    }

    /** {@code bind}: {@code ok} or a cause, by {@code ADDRESS:PORT} or {@code *}. */
    @Override
    public BindReply bind(InetSocketAddress address) {
        return new BindReply(world.behaviour("bind", FakeWire.plain(address.getAddress()) + ":" + address.getPort(), "*").failure(), METHOD);
    }

    /** {@code scan}: the open ports by address, {@code "22 631"}; {@code listed} for those in the table, {@code listed 2375} for more than those, or a cause. */
    @Override
    public Reading<List<Integer>> scan(ScanRequest request) {
        Behaviour behaviour = world.behaviour("scan", FakeWire.plain(request.address()), "*");
        if (behaviour.isFailure()) {
            return Reading.unknown(behaviour.failure().cause(), "", METHOD);
        }
        Stream<Integer> listed = behaviour.word().equals("listed") ? listeners().value().orElse(List.of()).stream()
            .filter(listener -> listener.transport() == Transport.TCP && listener.covers(request.address())).map(Listener::port) : Stream.of();
        Stream<Integer> named = behaviour.words().stream().filter(word -> word.matches("[0-9]+")).map(Integer::parseInt);
        return Reading.known(Stream.concat(listed, named).sorted().distinct().toList(), METHOD);
    }

    /** {@code whoHas}: {@code {"192.168.1.20": "02:00:00:00:00:99"}}; {@code "*": "not-permitted"} by default. */
    @Override
    public Reading<List<String>> whoHas(WhoHas request) {
        Behaviour behaviour = world.behaviour("whoHas", FakeWire.plain(request.address()), "*");
        return switch (behaviour.word()) {
            case "nobody" -> Reading.known(List.of(), METHOD);
            default -> behaviour.isFailure() ? Reading.unknown(behaviour.failure().cause(), "", METHOD) : Reading.known(behaviour.words(), METHOD);
        };
    }

    @Override
    public EchoReply echo(EchoRequest request) {
        return wire.echo(request);
    }

    @Override
    public TraceReply trace(TraceRequest request) {
        return wire.trace(request);
    }

    @Override
    public ConnectReply connect(ConnectRequest request) {
        return wire.connect(request);
    }

    @Override
    public DnsReply dns(DnsRequest request) {
        return wire.dns(request);
    }

    @Override
    public HttpReply http(HttpRequest request) {
        return talks.http(request);
    }

    @Override
    public TlsReply tls(TlsRequest request) {
        return talks.tls(request);
    }

    @Override
    public ConversationReply converse(ConversationRequest request) {
        return talks.converse(request);
    }
}
