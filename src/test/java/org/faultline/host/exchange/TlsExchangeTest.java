package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faultline.host.exchange.TestCertificates.NOW;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsReply.Step;
import org.faultline.host.TlsRequest;
import org.faultline.host.exchange.TestCertificates.Identity;
import org.faultline.host.exchange.TestCertificates.Wish;
import org.faultline.host.plain.NioWire;
import org.faultline.model.Cause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsExchangeTest {

    private static final String NAME = "www.example.com";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration GENEROUS = Duration.ofMillis(1_500);
    private static Identity authority;

    @BeforeAll
    static void loadClassesAndMakeAnAuthority() throws Exception {
        TlsExchange.warm();
        authority = TestCertificates.selfSigned(Wish.authority("Authority"));
    }

    static TlsReply shake(InetSocketAddress address, String name, List<X509Certificate> trust, Duration timeout) {
        return new TlsExchange(new NioWire(), () -> NOW, List.of())
            .handshake(new TlsRequest(name, address, trust, Optional.empty(), timeout));
    }

    static HostileServer tlsServer(Identity identity, String protocol) throws Exception {
        SSLContext context = identity.serverContext();
        return HostileServer.tcp(socket -> serve(context, socket, protocol));
    }

    private static void serve(SSLContext context, Socket socket, String protocol) throws IOException {
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true)) {
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[] {protocol});
            tls.startHandshake();
            HostileServer.stall(tls);
        }
    }

    static Identity server(Wish wish) throws Exception {
        return TestCertificates.signed(wish, authority);
    }

    static Stream<Arguments> identities() throws Exception {
        authority = TestCertificates.selfSigned(Wish.authority("Authority"));
        Identity between = TestCertificates.signed(Wish.authority("Between"), authority);
        Identity stale = TestCertificates.signed(
            Wish.authority("Stale").between(NOW.minusSeconds(9_000), NOW.minusSeconds(5)), authority);
        Identity viaBetween = TestCertificates.signed(Wish.server(NAME), between);
        Wish expired = Wish.server(NAME).between(NOW.minusSeconds(9_000), NOW.minusSeconds(5));
        return Stream.of(
            Arguments.of("trusted", server(Wish.server("other.example", NAME)), NAME, Cause.NONE),
            Arguments.of("wildcard", server(Wish.server("*.example.com")), NAME, Cause.NONE),
            Arguments.of("address", server(Wish.server().at("7f000001")), "127.0.0.1", Cause.NONE),
            Arguments.of("over an intermediate", viaBetween, NAME, Cause.NONE),
            Arguments.of("too much shown", viaBetween.showing(viaBetween.certificate(), authority.certificate(),
                between.certificate()), NAME, Cause.NONE),
            Arguments.of("intermediate missing", viaBetween.showing(viaBetween.certificate()), NAME, Cause.CERTIFICATE_UNTRUSTED),
            Arguments.of("intermediate expired", TestCertificates.signed(Wish.server(NAME), stale), NAME,
                Cause.CERTIFICATE_EXPIRED),
            Arguments.of("expired", server(expired), NAME, Cause.CERTIFICATE_EXPIRED),
            Arguments.of("expired and self-signed", TestCertificates.selfSigned(expired), NAME, Cause.CERTIFICATE_EXPIRED),
            Arguments.of("not yet valid", server(Wish.server(NAME).between(NOW.plusSeconds(5), NOW.plusSeconds(900))), NAME,
                Cause.CERTIFICATE_NOT_YET_VALID),
            Arguments.of("another host", server(Wish.server("portal.example")), NAME, Cause.CERTIFICATE_WRONG_HOST),
            Arguments.of("wildcard of another level", server(Wish.server("*.com")), NAME, Cause.CERTIFICATE_WRONG_HOST),
            Arguments.of("no name at all", server(Wish.server()), NAME, Cause.CERTIFICATE_WRONG_HOST),
            Arguments.of("self-signed", TestCertificates.selfSigned(Wish.server(NAME)), NAME, Cause.CERTIFICATE_UNTRUSTED),
            Arguments.of("same name, other key", TestCertificates.signed(Wish.server(NAME),
                TestCertificates.selfSigned(Wish.authority("Authority"))), NAME, Cause.CERTIFICATE_UNTRUSTED),
            Arguments.of("issued by a server", TestCertificates.signed(Wish.server(NAME), server(Wish.server(NAME))), NAME,
                Cause.CERTIFICATE_UNTRUSTED),
            Arguments.of("for clients only", server(Wish.server(NAME).forClients()), NAME, Cause.CERTIFICATE_UNTRUSTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void judgesTheCertificate(String name, Identity identity, String serverName, Cause cause) throws Exception {
        try (HostileServer server = tlsServer(identity, "TLSv1.3")) {
            TlsReply reply = shake(server.address(), serverName, List.of(authority.certificate()), LONG);
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.step()).isEqualTo(cause == Cause.NONE ? Step.DONE : Step.CERTIFICATE);
            assertThat(reply.protocol()).isEqualTo("TLSv1.3");
            assertThat(reply.certificate()).hasValueSatisfying(shown -> {
                assertThat(shown.subject()).isEqualTo("CN=server");
                assertThat(shown.notAfter()).isEqualTo(identity.certificate().getNotAfter().toInstant());
            });
        }
    }

    @Test
    void agreesOnTheOlderProtocolToo() throws Exception {
        try (HostileServer server = tlsServer(server(Wish.server(NAME)), "TLSv1.2")) {
            TlsReply reply = shake(server.address(), NAME, List.of(authority.certificate()), LONG);
            assertThat(reply.failure().none()).isTrue();
            assertThat(reply.protocol()).isEqualTo("TLSv1.2");
        }
    }

    @Test
    void systemBundleIsTrustedThoughSomeOfItIsBroken(@TempDir Path folder) throws Exception {
        Path bundle = Files.writeString(folder.resolve("bundle.crt"),
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n"
            + "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(authority.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nAAAA");
        try (HostileServer server = tlsServer(server(Wish.server(NAME)), "TLSv1.3")) {
            TlsExchange exchange = new TlsExchange(new NioWire(), () -> NOW,
                List.of(new BundleAnchors(List.of(folder.resolve("absent"), bundle)), KeyStoreAnchors.ofJava(),
                    KeyStoreAnchors.ofSystem("no-such-store")));
            TlsRequest request = new TlsRequest(NAME, server.address(), List.of(), Optional.empty(), LONG);
            assertThat(exchange.handshake(request).failure().none()).isTrue();
        }
    }

    @Test
    void chainThatVouchesInCirclesIsBoundedWork() throws Exception {
        Identity[] ring = new Identity[9];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = TestCertificates.selfSigned(Wish.authority("Ring"));
        }
        Identity own = TestCertificates.signed(Wish.server(NAME), ring[0]);
        List<X509Certificate> chain = Stream.concat(Stream.of(own.certificate()), Stream.of(ring).map(Identity::certificate))
            .toList();
        List<X509Certificate> anchors = Stream.of(TestCertificates.selfSigned(Wish.authority("Ring")),
            TestCertificates.selfSigned(Wish.authority("Ring"))).map(Identity::certificate).toList();
        long start = System.nanoTime();
        assertThat(new CertificateJudge(chain, NOW).judge(NAME, List.of(Anchors.of(anchors))))
            .isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    /** Reads the ClientHello, answers these bytes, waits. */
    static HostileServer.Talk answer(byte[] bytes) {
        return socket -> {
            hello(socket);
            HostileServer.say(socket, bytes);
            HostileServer.stall(socket);
        };
    }

    static byte[] hello(Socket socket) throws IOException {
        byte[] head = socket.getInputStream().readNBytes(5);
        return socket.getInputStream().readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static Stream<Arguments> hostile() {
        byte[] helloPart = hex("1603030040020000ff0303");
        return Stream.of(
            Arguments.of("silent", (HostileServer.Talk) HostileServer::stall, Cause.STALLED, ""),
            Arguments.of("hangs up", (HostileServer.Talk) TlsExchangeTest::hello, Cause.CLOSED_EARLY, ""),
            Arguments.of("resets", (HostileServer.Talk) s -> {
                hello(s);
                HostileServer.reset(s);
            }, Cause.RESET, ""),
            Arguments.of("speaks HTTP", answer("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                Cause.PLAIN_TEXT, ""),
            Arguments.of("greets as SMTP", (HostileServer.Talk) s -> {
                HostileServer.say(s, "220 mail.example\r\n");
                HostileServer.stall(s);
            }, Cause.PLAIN_TEXT, ""),
            Arguments.of("one wrong byte", answer(hex("00")), Cause.PLAIN_TEXT, ""),
            Arguments.of("handshake_failure", answer(hex("15030300020228")), Cause.HANDSHAKE_FAILED, "handshake_failure"),
            Arguments.of("unrecognized_name", answer(hex("15030300020270")), Cause.HANDSHAKE_FAILED, "unrecognized_name"),
            Arguments.of("unknown alert", answer(hex("150303000202c8")), Cause.HANDSHAKE_FAILED, "alert_200"),
            Arguments.of("close_notify", answer(hex("15030300020100")), Cause.CLOSED_EARLY, "close_notify"),
            Arguments.of("garbage in a record", answer(hex("1603030004deadbeef")), Cause.MALFORMED, ""),
            Arguments.of("half a ServerHello", answer(helloPart), Cause.STALLED, ""),
            Arguments.of("drips", (HostileServer.Talk) s -> {
                hello(s);
                HostileServer.drip(s, new byte[] {22, 3, 3, 0, 64, 2, 0, 0, 60, 3, 3, 0, 0, 0});
            }, Cause.STALLED, ""),
            Arguments.of("record too long", answer(hex("160303ffff00")), Cause.PLAIN_TEXT, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void tellsWhatTheServerDid(String name, HostileServer.Talk talk, Cause cause, String alert) throws Exception {
        try (HostileServer server = HostileServer.tcp(talk)) {
            TlsReply reply = shake(server.address(), NAME, List.of(), SHORT);
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.alert()).isEqualTo(alert);
            assertThat(reply.step()).isEqualTo(Step.HANDSHAKE);
            assertThat(reply.protocol()).isEmpty();
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
        }
    }

    @ParameterizedTest(name = "endless {0}")
    @ValueSource(strings = {"160303000402000fff", "160303000100", "140303000101", "16030300040e000000", "150303000201ff"})
    void takesOnlySoMuch(String record) throws Exception {
        String again = new String(hex(record), StandardCharsets.ISO_8859_1);
        try (HostileServer server = HostileServer.endlessTcp("", again)) {
            long before = Heap.allocatedByThisThread();
            TlsReply reply = shake(server.address(), NAME, List.of(), SHORT);
            assertThat(Heap.allocatedByThisThread() - before).isLessThan(32 << 20);
            assertThat(reply.failure().none()).isFalse();
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
            assertThat(server.bytesTaken()).isLessThan(32L << 20);
        }
    }

    @Test
    void serverWithoutACommonProtocolSendsItsAlert() throws Exception {
        SSLContext context = server(Wish.server(NAME)).serverContext();
        try (SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory()
                 .createServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            socket.setEnabledCipherSuites(new String[] {"TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"});
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            Thread.ofPlatform().daemon().start(() -> {
                try (SSLSocket one = (SSLSocket) socket.accept()) {
                    one.startHandshake();
                } catch (IOException _) {
                    // It has to fail.
                }
            });
            TlsReply reply = shake(new InetSocketAddress("127.0.0.1", socket.getLocalPort()), NAME, List.of(), LONG);
            assertThat(reply.failure().cause()).isEqualTo(Cause.HANDSHAKE_FAILED);
            assertThat(reply.alert()).isEqualTo("handshake_failure");
        }
    }

    @Test
    void closedPortIsRefused() throws Exception {
        InetSocketAddress closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        TlsReply reply = shake(closed, NAME, List.of(), SHORT);
        assertThat(reply.failure().cause()).isEqualTo(Cause.REFUSED);
        assertThat(reply.step()).isEqualTo(Step.CONNECT);
    }

    static Stream<Arguments> proxies() {
        return Stream.of(
            Arguments.of("wants a password", HttpExchangeTest.answer("HTTP/1.1 407 Who\r\n\r\n"), Cause.PROXY_AUTH_REQUIRED),
            Arguments.of("forbids", HttpExchangeTest.answer("HTTP/1.1 403 No\r\n\r\n"), Cause.UNEXPECTED_STATUS),
            Arguments.of("redirects", HttpExchangeTest.answer("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n"),
                Cause.UNEXPECTED_STATUS),
            Arguments.of("silent", (HostileServer.Talk) HostileServer::stall, Cause.STALLED),
            Arguments.of("hangs up", (HostileServer.Talk) HttpExchangeTest::request, Cause.CLOSED_EARLY),
            Arguments.of("speaks SOCKS", HttpExchangeTest.answer("\u0005\u00ff"), Cause.MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proxies")
    void tellsWhatTheProxyDid(String name, HostileServer.Talk talk, Cause cause) throws Exception {
        try (HostileServer proxy = HostileServer.tcp(talk)) {
            TlsReply reply = throughProxy(proxy.address(), SHORT);
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.step()).isEqualTo(Step.PROXY);
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
        }
    }

    private static TlsReply throughProxy(InetSocketAddress proxy, Duration timeout) {
        return new TlsExchange(new NioWire(), () -> NOW, List.of()).handshake(new TlsRequest(NAME,
            new InetSocketAddress("127.0.0.1", 443), List.of(authority.certificate()), Optional.of(proxy), timeout));
    }

    @Test
    void speaksTlsThroughAProxyThatLetsUsThrough() throws Exception {
        SSLContext context = server(Wish.server(NAME)).serverContext();
        try (HostileServer proxy = HostileServer.tcp(socket -> {
            assertThat(HttpExchangeTest.request(socket))
                .startsWith("CONNECT www.example.com:443 HTTP/1.1\r\nHost: www.example.com:443\r\n");
            HostileServer.say(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
            serve(context, socket, "TLSv1.3");
        })) {
            TlsReply reply = throughProxy(proxy.address(), LONG);
            assertThat(reply.failure().none()).isTrue();
            assertThat(reply.step()).isEqualTo(Step.DONE);
        }
    }
}
