package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.plain.NioWire;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpExchangeTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration GENEROUS = Duration.ofMillis(1_500);

    static HttpReply get(InetSocketAddress address, String url, boolean proxied, Duration timeout) {
        return new HttpExchange(new NioWire()).get(new HttpRequest(URI.create(url), address, proxied, timeout));
    }

    static HttpReply get(HostileServer server, Duration timeout) {
        return get(server.address(), "http://check.example/generate_204", false, timeout);
    }

    /** Reads the request up to its empty line, as a server does. */
    static String request(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static HostileServer.Talk answer(String text) {
        return socket -> {
            request(socket);
            HostileServer.say(socket, text);
            HostileServer.stall(socket);
        };
    }

    static Stream<Arguments> servers() {
        return Stream.of(
            Arguments.of("no content", answer("HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n"), Cause.NONE, 204, ""),
            Arguments.of("no reason", answer("HTTP/1.1 204\r\n\r\n"), Cause.NONE, 204, ""),
            Arguments.of("bare line feeds", answer("HTTP/1.0 200 OK\nContent-Length: 2\n\nhi"), Cause.NONE, 200, "hi"),
            Arguments.of("interim first", answer("HTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"),
                Cause.NONE, 200, "hi"),
            Arguments.of("chunked", answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhi\r\n3\r\n you\r\n0\r\n\r\n"),
                Cause.NONE, 200, "hi yo"),
            Arguments.of("chunk size is no number",
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\nzz\r\n"),
                Cause.NONE, 200, "hi"),
            Arguments.of("body cut short", answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi"), Cause.NONE, 200, "hi"),
            Arguments.of("control characters", answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n\u001b[31mred\u0007"),
                Cause.NONE, 200,
                "\\u001b[31mred\\u0007"),
            Arguments.of("silent", (HostileServer.Talk) HostileServer::stall, Cause.STALLED, 0, ""),
            Arguments.of("drips its head", (HostileServer.Talk) s -> HostileServer.drip(s, "HTTP/1.1 200 OK\r\n\r\n".getBytes()),
                Cause.STALLED, 0, ""),
            Arguments.of("drips its body", (HostileServer.Talk) s -> {
                HostileServer.say(s, "HTTP/1.1 200 OK\r\n\r\n");
                HostileServer.drip(s, "0123456789012345".getBytes());
            }, Cause.NONE, 200, "0"),
            Arguments.of("half a head", answer("HTTP/1.1 200 OK\r\nServer: x"), Cause.STALLED, 0, ""),
            Arguments.of("hangs up", (HostileServer.Talk) HttpExchangeTest::request, Cause.CLOSED_EARLY, 0, ""),
            Arguments.of("hangs up in its head", (HostileServer.Talk) s -> {
                request(s);
                HostileServer.say(s, "HTTP/1.1 20");
            }, Cause.CLOSED_EARLY, 0, ""),
            Arguments.of("resets", (HostileServer.Talk) s -> {
                request(s);
                HostileServer.reset(s);
            }, Cause.RESET, 0, ""),
            Arguments.of("speaks SMTP", answer("220 mail.example ESMTP\r\n"), Cause.MALFORMED, 0, ""),
            Arguments.of("random bytes", answer("\u0000\u0001\u00fe\u001b]0;evil\u0007"), Cause.MALFORMED, 0, ""),
            Arguments.of("status is no number", answer("HTTP/1.1 abc OK\r\n\r\n"), Cause.MALFORMED, 0, ""),
            Arguments.of("header without colon", answer("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n"), Cause.MALFORMED, 0, ""),
            Arguments.of("HTTP/2", answer("HTTP/2 200\r\n\r\n"), Cause.MALFORMED, 0, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void tellsWhatTheServerDid(String name, HostileServer.Talk talk, Cause cause, int status, String body) throws Exception {
        try (HostileServer server = HostileServer.tcp(talk)) {
            HttpReply reply = get(server, TIMEOUT);
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.status()).isEqualTo(status);
            if (name.equals("drips its body")) {
                assertThat(reply.body()).startsWith(body).hasSizeLessThan(8);
            } else {
                assertThat(reply.body()).isEqualTo(body);
            }
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
        }
    }

    @Test
    void endsWithTheBodyThoughTheConnectionStaysOpen() throws Exception {
        try (HostileServer server = HostileServer.tcp(answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"))) {
            assertThat(get(server, LONG).elapsed()).isLessThan(GENEROUS);
        }
    }

    static Stream<Arguments> endless() {
        return Stream.of(
            Arguments.of("headers", "HTTP/1.1 200 OK\r\n", "X-More: 0123456789\r\n", Cause.MALFORMED),
            Arguments.of("one header line", "HTTP/1.1 200 OK\r\nX-More: ", "x", Cause.MALFORMED),
            Arguments.of("reason", "HTTP/1.1 200 ", "x", Cause.MALFORMED),
            Arguments.of("interim answers", "", "HTTP/1.1 100 Continue\r\n\r\n", Cause.MALFORMED),
            Arguments.of("body", "HTTP/1.1 200 OK\r\n\r\n", "<p>more</p>", Cause.NONE),
            Arguments.of("promised body", "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999\r\n\r\n", "<p>more</p>",
                Cause.NONE),
            Arguments.of("chunks of one byte", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "1;extension=long\r\nx\r\n", Cause.NONE),
            Arguments.of("one chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", "x", Cause.NONE),
            Arguments.of("chunk extension", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "x", Cause.NONE));
    }

    @ParameterizedTest(name = "endless {0}")
    @MethodSource("endless")
    void takesOnlySoMuch(String name, String head, String again, Cause cause) throws Exception {
        try (HostileServer server = HostileServer.endlessTcp(head, again)) {
            long before = Heap.allocatedByThisThread();
            HttpReply reply = get(server, LONG);
            assertThat(Heap.allocatedByThisThread() - before).isLessThan(8 << 20);
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.bodyLength()).isLessThanOrEqualTo(64 * 1024);
            assertThat(reply.body()).hasSizeLessThanOrEqualTo(1024);
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
            // What lies in the two socket buffers counts as taken too: at most 6 + 4 MiB on Linux.
            assertThat(server.bytesTaken()).isLessThan(32L << 20);
        }
    }

    @Test
    void tellsWhereARedirectLeadsAndWhatTimeItIs() throws Exception {
        try (HostileServer server = HostileServer.tcp(answer("HTTP/1.1 302 Found\r\nlocation: http://portal.example/\u0007login\r\n"
            + "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 0\r\n\r\n"))) {
            HttpReply reply = get(server, LONG);
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.location()).isEqualTo("http://portal.example/\\u0007login");
            assertThat(reply.date()).contains(Instant.parse("1994-11-06T08:49:37Z"));
        }
    }

    private static String sent(String url, boolean proxied) throws Exception {
        AtomicReference<String> request = new AtomicReference<>("");
        try (HostileServer server = HostileServer.tcp(socket -> {
            request.set(request(socket));
            HostileServer.say(socket, "HTTP/1.1 204 \r\n\r\n");
        })) {
            assertThat(get(server.address(), url, proxied, LONG).status()).isEqualTo(204);
        }
        return request.get();
    }

    @Test
    void asksForThePathAndNamesTheHost() throws Exception {
        assertThat(sent("http://check.example:8080/a%20b?c=d#e", false))
            .startsWith("GET /a%20b?c=d HTTP/1.1\r\nHost: check.example:8080\r\nUser-Agent: Faultline")
            .contains("\r\nConnection: close\r\n").endsWith("\r\n\r\n");
        assertThat(sent("http://check.example", false)).startsWith("GET / HTTP/1.1\r\nHost: check.example\r\n");
    }

    @Test
    void asksAProxyForTheWholeUrlWithoutTheUser() throws Exception {
        assertThat(sent("http://user:secret@check.example/x?y", true))
            .startsWith("GET http://check.example/x?y HTTP/1.1\r\nHost: check.example\r\n").doesNotContain("secret");
    }

    @Test
    void urlWithoutHostIsNotSent() {
        assertThat(get(new InetSocketAddress("127.0.0.1", 9), "mailto:someone", false, LONG).failure().cause())
            .isEqualTo(Cause.NOT_SUPPORTED);
    }

    @Test
    void closedPortIsRefused() throws Exception {
        InetSocketAddress closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        assertThat(get(closed, "http://check.example/", false, LONG).failure().cause()).isEqualTo(Cause.REFUSED);
    }

    /** The answer never comes, and the exchange would wait an hour for it: what ends it is the interruption. */
    @Test
    void interruptionEndsIt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (HostileServer server = HostileServer.tcp(socket -> {
            request(socket);
            waiting.countDown();
            HostileServer.stall(socket);
        })) {
            CompletableFuture<HttpReply> reply = new CompletableFuture<>();
            Thread asking = Thread.ofPlatform().daemon().start(() -> reply.complete(get(server, Duration.ofHours(1))));
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
            asking.interrupt();
            assertThat(reply.get(30, TimeUnit.SECONDS).failure().cause()).isEqualTo(Cause.CANCELLED);
        }
    }
}
