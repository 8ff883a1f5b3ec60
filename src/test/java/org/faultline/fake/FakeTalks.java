package org.faultline.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.faultline.host.*;
import org.faultline.model.Cause;

/** Those who are reached by TCP in a {@link World}, and what they say. */
final class FakeTalks {

    private final World world;
    private final FakeWire wire;
    private final AtomicInteger changingPages = new AtomicInteger();
    private final List<Integer> unaccepted = new CopyOnWriteArrayList<>();

    FakeTalks(World world, FakeWire wire) {
        this.world = world;
        this.wire = wire;
    }

    /** How many connections to this port wait in its queue. */
    int unaccepted(int port) {
        return (int) unaccepted.stream().filter(waiting -> waiting == port).count();
    }

    /** {@code http}: {@code 204}, {@code 302 http://login/}, {@code 200 text of the body}, {@code date 2020-01-01T00:00:00Z 204}, or a failure; {@code NAME/long} for long requests;
     * {@code in-turn 200 503} answers so one after the other. */
    HttpReply http(HttpRequest request) {
        Failure unreached = wire.connection(request.address());
        if (!request.proxied() && !unreached.none()) {
            return new HttpReply(unreached, 0, "", Optional.empty(), "", 0, Duration.ofMillis(5), FakeHost.METHOD);
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
            return new HttpReply(behaviour.failure(), 0, "", Optional.empty(), "", 0, Duration.ofMillis(5), FakeHost.METHOD);
        }
        int status = Integer.parseInt(behaviour.word());
        return new HttpReply(Failure.NONE, status, status / 100 == 3 ? behaviour.rest() : "", date, status / 100 == 3 ? "" : behaviour.rest(),
            behaviour.rest().length(), Duration.ofMillis(20), FakeHost.METHOD);
    }

    /** {@code tls}: {@code ok}, {@code certificate-expired}, {@code certificate-untrusted CN=Corp CA}, {@code reset}, {@code stalled}, {@code handshake-failed alert}…
     * by {@code at ADDRESS}, {@code NAME}, {@code *}, and {@code proxy NAME}, {@code proxy *}. */
    TlsReply tls(TlsRequest request) {
        Failure unreached = request.proxy().isPresent() ? Failure.NONE : wire.connection(request.address());
        if (!unreached.none()) {
            return new TlsReply(unreached, TlsReply.Step.CONNECT, "", "", Optional.empty(), Duration.ofMillis(5), FakeHost.METHOD);
        }
        Behaviour behaviour = request.proxy().isPresent() ? world.behaviour("tls", "proxy " + request.serverName(), "proxy *")
            : world.behaviour("tls", "at " + FakeWire.plain(request.address().getAddress()), request.serverName(), "*");
        Failure failure = behaviour.failure();
        boolean shown = failure.none() || failure.cause().name().startsWith("CERTIFICATE");
        Instant now = World.NOW;
        Instant notBefore = failure.cause() == Cause.CERTIFICATE_NOT_YET_VALID ? now.plus(Duration.ofDays(300)) : now.minus(Duration.ofDays(30));
        Instant notAfter = failure.cause() == Cause.CERTIFICATE_EXPIRED ? now.minus(Duration.ofDays(3)) : now.plus(Duration.ofDays(330));
        String issuer = failure.cause() == Cause.CERTIFICATE_UNTRUSTED ? behaviour.rest() : "CN=Public CA";
        TlsReply.Step step = failure.none() ? TlsReply.Step.DONE : shown ? TlsReply.Step.CERTIFICATE : step(failure.cause());
        return new TlsReply(failure, step, shown ? "TLSv1.3" : "", failure.cause() == Cause.HANDSHAKE_FAILED ? behaviour.rest() : "",
            shown ? Optional.of(new TlsReply.Certificate("CN=" + request.serverName(), issuer, notBefore, notAfter)) : Optional.empty(),
            Duration.ofMillis(30), FakeHost.METHOD);
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
    ConversationReply converse(ConversationRequest request) {
        Failure unreached = wire.connection(request.target());
        if (!unreached.none()) {
            return new ConversationReply(unreached, false, false, new byte[0], Optional.empty(), Failure.NONE, request.timeout(), FakeHost.METHOD);
        }
        String port = ":" + request.target().getPort();
        Behaviour behaviour = world.behaviour("speech", FakeWire.plain(request.target().getAddress()) + port, "*" + port, "*");
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
            trust, Duration.ofMillis(1), FakeHost.METHOD);
    }
}
