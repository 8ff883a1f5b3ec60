package org.faultline.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.host.*;
import org.faultline.host.NetworkState.Route;
import org.faultline.model.Cause;

/** A machine that answers from a {@link World}. State read a second time is the world's {@code later}. */
public final class FakeHost implements Host {

    private static final String METHOD = "fake";

    private static final String WITH_A_NAME = " with a user name";

    private final World world;
    private final AtomicInteger stateReadings = new AtomicInteger();
    private final AtomicInteger counterReadings = new AtomicInteger();
    private final AtomicInteger changingPages = new AtomicInteger();
    private final AtomicInteger resetsSent = new AtomicInteger();
    private final Set<String> connected = ConcurrentHashMap.newKeySet();
    private final List<Integer> unaccepted = new CopyOnWriteArrayList<>();

    public FakeHost(World world) {
        this.world = world;
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
                Integer.parseInt(queue[0]) + (int) unaccepted.stream().filter(waiting -> waiting == port).count(), Integer.parseInt(queue[1]));
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

    /** {@code echo}: {@code ok 0.3}, {@code ok 0.3 lost 30} (percent), or a failure; {@code ADDRESS/large} for packets over 1000 bytes. */
    @Override
    public EchoReply echo(EchoRequest request) {
        String address = plain(request.target());
        String large = request.payload() > 1000 ? "/large" : "";
        Behaviour behaviour = large.isEmpty() ? world.behaviour("echo", address, family(request.target()), "*")
            : world.behaviour("echo", address + large, "*" + large, address, family(request.target()), "*");
        if (behaviour.isFailure()) {
            boolean sent = behaviour.failure().errno() == Errno.NONE || behaviour.failure().icmp().isPresent();
            return new EchoReply(behaviour.failure(), sent ? request.count() : 0, 0, Optional.empty(), List.of(),
                IntStream.range(0, sent ? request.count() : 0).boxed().toList(), 0, METHOD);
        }
        Duration roundTrip = behaviour.millisAfter("ok", 0.3);
        double lossPercent = behaviour.numberAfter("lost", 0);
        List<Integer> lost = IntStream.range(1, request.count()).filter(i -> (int) (i * lossPercent / 100) > (int) ((i - 1) * lossPercent / 100))
            .boxed().toList();
        return new EchoReply(Failure.NONE, request.count(), request.count() - lost.size(), Optional.of(roundTrip.plusMillis(3)),
            Collections.nCopies(Math.max(0, request.count() - 1 - lost.size()), roundTrip), lost, 64, METHOD);
    }

    /** {@code trace}: {@code "192.168.1.1 * 10.0.0.1 1.1.1.1"}; a hop may be {@code 10.0.0.1!3/13}. */
    @Override
    public TraceReply trace(TraceRequest request) {
        Behaviour behaviour = world.behaviour("trace", plain(request.target()), family(request.target()), "*");
        if (behaviour.isFailure()) {
            return new TraceReply(behaviour.failure(), List.of(), false, METHOD);
        }
        List<TraceReply.Hop> hops = IntStream.range(0, behaviour.words().size())
            .mapToObj(i -> hop(i + 1, behaviour.words().get(i).replace("target", plain(request.target())))).toList();
        boolean reached = hops.getLast().router().filter(request.target()::equals).isPresent();
        return new TraceReply(Failure.NONE, hops, reached, METHOD);
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
    @Override
    public ConnectReply connect(ConnectRequest request) {
        String address = plain(request.target().getAddress());
        Behaviour behaviour = tcp(request.target());
        if (behaviour.word().equals("once")) {
            boolean first = connected.add(address);
            return new ConnectReply(first ? Failure.NONE : Failure.NO_REPLY, behaviour.millisAfter("ok", 1), METHOD);
        }
        return new ConnectReply(behaviour.failure(), behaviour.millisAfter(behaviour.word(), 1), METHOD);
    }

    /**
     * {@code dns}: {@code answer 192.0.2.1 in 12}, {@code SERVFAIL}, {@code REFUSED}, {@code NXDOMAIN}, {@code empty}, or a failure; by
     * {@code SERVER/tcp NAME}, {@code SERVER NAME}, {@code SERVER/tcp}, {@code SERVER}, {@code * NAME}, {@code *}. A name that the
     * scenario does not list as {@code exists} is {@code nowhere}: {@code SERVER nowhere}, {@code * nowhere}.
     */
    @Override
    public DnsReply dns(DnsRequest request) {
        String server = plain(request.server().getAddress());
        String transport = server + "/" + request.transport().id();
        boolean exists = fields().object("resolve").values().containsKey(request.name());
        String name = exists ? request.name() : "nowhere";
        String typed = name + "/" + request.type();
        Behaviour behaviour = exists
            ? world.behaviour("dns", transport + " " + typed, server + " " + typed, transport + " " + name, server + " " + name, transport, server,
                "* " + typed, "* " + name, "*")
            : world.behaviour("dns", transport + " nowhere", server + " nowhere", transport, server, "* nowhere");
        Duration elapsed = behaviour.millisAfter("in", 12);
        return switch (behaviour.word()) {
            case "answer" -> new DnsReply(Failure.NONE, "NOERROR", behaviour.words().stream().skip(1).takeWhile(word -> !word.equals("in"))
                .map(World::address).toList(), elapsed, METHOD);
            case "empty" -> new DnsReply(Failure.NONE, "NOERROR", List.of(), elapsed, METHOD);
            case "SERVFAIL", "REFUSED", "NXDOMAIN", "FORMERR", "NOTIMP" -> new DnsReply(Failure.NONE, behaviour.word(), List.of(), elapsed, METHOD);
            default -> new DnsReply(behaviour.failure(), "", List.of(), behaviour.failure().equals(Failure.NO_REPLY) ? request.timeout() : elapsed, METHOD);
        };
    }

    /** {@code http}: {@code 204}, {@code 302 http://login/}, {@code 200 text of the body}, {@code date 2020-01-01T00:00:00Z 204}, or a failure; {@code NAME/long} for long requests;
     * {@code in-turn 200 503} answers so one after the other. */
    @Override
    public HttpReply http(HttpRequest request) {
        Failure unreached = connection(request.address());
        if (!request.proxied() && !unreached.none()) {
            return new HttpReply(unreached, 0, "", Optional.empty(), "", 0, Duration.ofMillis(5), METHOD);
        }
        String host = request.url().getHost();
        Behaviour behaviour = request.proxied() ? world.behaviour("http", "proxy " + host, "proxy *")
            : request.url().toString().length() > 1_500 ? world.behaviour("http", host + "/long", host, "*") : world.behaviour("http", host, "*");
        Optional<Instant> date = Optional.of(World.NOW);
        if (behaviour.word().equals("date")) {
            date = Optional.of(Instant.parse(behaviour.words().get(1)));
            behaviour = new Behaviour(behaviour.words().subList(2, behaviour.words().size()));
        }
        if (behaviour.word().equals("in-turn")) {
            List<String> turns = behaviour.words().subList(1, behaviour.words().size());
            behaviour = Behaviour.of(turns.get(changingPages.getAndIncrement() % turns.size()));
        }
        if (behaviour.isFailure()) {
            return new HttpReply(behaviour.failure(), 0, "", Optional.empty(), "", 0, Duration.ofMillis(5), METHOD);
        }
        int status = Integer.parseInt(behaviour.word());
        return new HttpReply(Failure.NONE, status, status / 100 == 3 ? behaviour.rest() : "", date, status / 100 == 3 ? "" : behaviour.rest(),
            behaviour.rest().length(), Duration.ofMillis(20), METHOD);
    }

    /** {@code tls}: {@code ok}, {@code certificate-expired}, {@code certificate-untrusted CN=Corp CA}, {@code reset}, {@code stalled}, {@code handshake-failed alert}…
     * by {@code at ADDRESS}, {@code NAME}, {@code *}, and {@code proxy NAME}, {@code proxy *}. */
    @Override
    public TlsReply tls(TlsRequest request) {
        Failure unreached = request.proxy().isPresent() ? Failure.NONE : connection(request.address());
        if (!unreached.none()) {
            return new TlsReply(unreached, TlsReply.Step.CONNECT, "", "", Optional.empty(), Duration.ofMillis(5), METHOD);
        }
        Behaviour behaviour = request.proxy().isPresent() ? world.behaviour("tls", "proxy " + request.serverName(), "proxy *")
            : world.behaviour("tls", "at " + plain(request.address().getAddress()), request.serverName(), "*");
        Failure failure = behaviour.failure();
        boolean shown = failure.none() || failure.cause().name().startsWith("CERTIFICATE");
        Instant now = World.NOW;
        Instant notBefore = failure.cause() == Cause.CERTIFICATE_NOT_YET_VALID ? now.plus(Duration.ofDays(300)) : now.minus(Duration.ofDays(30));
        Instant notAfter = failure.cause() == Cause.CERTIFICATE_EXPIRED ? now.minus(Duration.ofDays(3)) : now.plus(Duration.ofDays(330));
        String issuer = failure.cause() == Cause.CERTIFICATE_UNTRUSTED ? behaviour.rest() : "CN=Public CA";
        TlsReply.Step step = failure.none() ? TlsReply.Step.DONE : shown ? TlsReply.Step.CERTIFICATE : step(failure.cause());
        return new TlsReply(failure, step, shown ? "TLSv1.3" : "", failure.cause() == Cause.HANDSHAKE_FAILED ? behaviour.rest() : "",
            shown ? Optional.of(new TlsReply.Certificate("CN=" + request.serverName(), issuer, notBefore, notAfter)) : Optional.empty(),
            Duration.ofMillis(30), METHOD);
    }

    private static TlsReply.Step step(Cause cause) {
        return switch (cause) {
            case RESET, STALLED, PLAIN_TEXT, HANDSHAKE_FAILED, CLOSED_EARLY -> TlsReply.Step.HANDSHAKE;
            case PROXY_AUTH_REQUIRED, UNEXPECTED_STATUS -> TlsReply.Step.PROXY;
            default -> TlsReply.Step.CONNECT;
        };
    }

    /**
     * {@code speech}, by {@code ADDRESS:PORT} and {@code *:PORT}: {@code silent}, {@code unaccepted}, {@code closed-early}, or how it answers to what
     * is said: {@code greets 220 mail ESMTP}, {@code http 200}, {@code http 200 /health=503} (another status for that page), {@code tls http 200},
     * {@code tls:certificate-expired http 200}, {@code tls-only} (TLS and not a word inside),
     * {@code redis}, {@code postgresql}.
     */
    @Override
    public ConversationReply converse(ConversationRequest request) {
        Failure unreached = connection(request.target());
        if (!unreached.none()) {
            return new ConversationReply(unreached, false, false, new byte[0], Optional.empty(), Failure.NONE, request.timeout(), METHOD);
        }
        String port = ":" + request.target().getPort();
        Behaviour behaviour = world.behaviour("speech", plain(request.target().getAddress()) + port, "*" + port, "*");
        boolean tls = behaviour.word().startsWith("tls");
        if (behaviour.word().equals("unaccepted")) {
            unaccepted.add(request.target().getPort());
        }
        if (behaviour.word().equals("closed-early")) {
            return heard(Failure.of(Cause.CLOSED_EARLY), false, "", request);
        }
        if (request.secureAs().isPresent() && !tls) {
            return heard(behaviour.word().equals("silent") || behaviour.word().equals("unaccepted") ? Failure.NO_REPLY : Failure.of(Cause.PLAIN_TEXT), false, "", request);
        }
        if (tls && request.secureAs().isEmpty()) {
            return heard(Failure.NO_REPLY, false, request.say().length == 0 ? "" : "\u0015\u0003\u0003\0\u0002\u0002F", request);
        }
        Behaviour inside = tls && !behaviour.word().equals("tls-only") ? Behaviour.of(behaviour.rest()) : behaviour;
        Failure trust = Failure.of(Cause.of(behaviour.word().replaceFirst("^tls:?", "")).orElse(Cause.NONE));
        return heard(Failure.NO_REPLY, trust, tls, answer(inside, new String(request.say(), StandardCharsets.ISO_8859_1)), request);
    }

    private static String answer(Behaviour service, String said) {
        return switch (service.word()) {
            case "greets" -> service.rest() + "\r\n";
            case "http" -> said.startsWith("GET ") ? "HTTP/1.1 " + status(service, said.split(" ")[1]) + " Words\r\nServer: fake\r\n\r\n" : "";
            case "redis" -> said.startsWith("PING") ? "+PONG\r\n" : said.isEmpty() ? "" : "-ERR unknown command\r\n";
            case "postgresql" -> said.startsWith("\0\0\0\u0008") ? "N" : "";
            case "silent", "unaccepted", "tls-only" -> "";
            default -> throw new IllegalArgumentException("scenario says speech " + service);
        };
    }

    private static String status(Behaviour web, String path) {
        return web.words().stream().filter(word -> word.startsWith(path + "=")).map(word -> word.substring(path.length() + 1)).findFirst()
            .orElse(web.words().get(1));
    }

    private static ConversationReply heard(Failure otherwise, boolean secured, String words, ConversationRequest request) {
        return heard(otherwise, Failure.NONE, secured, words, request);
    }

    private static ConversationReply heard(Failure otherwise, Failure trust, boolean secured, String words, ConversationRequest request) {
        return new ConversationReply(words.isEmpty() ? otherwise : Failure.NONE, true, secured, words.getBytes(StandardCharsets.ISO_8859_1),
            secured ? Optional.of(new TlsReply.Certificate("CN=localhost", "CN=localhost", World.NOW, World.NOW.plus(Duration.ofDays(90)))) : Optional.empty(),
            trust, Duration.ofMillis(1), METHOD);
    }

    /** {@code bind}: {@code ok} or a cause, by {@code ADDRESS:PORT} or {@code *}. */
    @Override
    public BindReply bind(InetSocketAddress address) {
        return new BindReply(world.behaviour("bind", plain(address.getAddress()) + ":" + address.getPort(), "*").failure(), METHOD);
    }

    /** {@code scan}: the open ports by address, {@code "22 631"}; {@code listed} for those in the table, {@code listed 2375} for more than those, or a cause. */
    @Override
    public Reading<List<Integer>> scan(ScanRequest request) {
        Behaviour behaviour = world.behaviour("scan", plain(request.address()), "*");
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
        Behaviour behaviour = world.behaviour("whoHas", plain(request.address()), "*");
        return switch (behaviour.word()) {
            case "nobody" -> Reading.known(List.of(), METHOD);
            default -> behaviour.isFailure() ? Reading.unknown(behaviour.failure().cause(), "", METHOD) : Reading.known(behaviour.words(), METHOD);
        };
    }

    /** What is not reached by TCP is not reached by what needs TCP. */
    private Failure connection(InetSocketAddress target) {
        Behaviour behaviour = tcp(target);
        return behaviour.word().equals("once") ? Failure.NO_REPLY : behaviour.failure();
    }

    private Behaviour tcp(InetSocketAddress target) {
        String address = plain(target.getAddress());
        int port = target.getPort();
        return world.behaviour("tcp", address + ":" + port, address, "*:" + port, family(target.getAddress()), "*");
    }

    private static String plain(InetAddress address) {
        return World.address(address.getHostAddress().replaceAll("%.*", "")).getHostAddress();
    }

    private static String family(InetAddress address) {
        return address.getAddress().length == 4 ? "*4" : "*6";
    }
}
