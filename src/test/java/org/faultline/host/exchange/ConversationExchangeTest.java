package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.faultline.host.ConversationReply;
import org.faultline.host.ConversationRequest;
import org.faultline.host.Failure;
import org.faultline.host.Hosts;
import org.faultline.host.plain.NioWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server must not see its connection reset because we have heard enough. */
class ConversationExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final byte[] QUESTION = "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** What the server finds at the end of the connection: -1 for an orderly end, or why not. */
    private final CompletableFuture<String> end = new CompletableFuture<>();

    private HostileServer talkative() throws IOException {
        return HostileServer.tcp(socket -> {
            HttpExchangeTest.request(socket);
            try {
                socket.getOutputStream().write(("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(60_000)).getBytes());
                end.complete(untilTheEnd(socket));
            } catch (IOException reset) {
                end.complete(reset.getMessage());
            }
        });
    }

    private static String untilTheEnd(Socket socket) throws IOException {
        return String.valueOf(socket.getInputStream().read());
    }

    private static ConversationRequest question(HostileServer server) {
        return new ConversationRequest(server.address(), Optional.empty(), List.of(), QUESTION, 100, LONG);
    }

    @Test
    @Timeout(20)
    void aServerThatSaysMoreThanWeHearSeesAnOrderlyEnd() throws Exception {
        try (HostileServer server = talkative()) {
            ConversationReply reply = new ConversationExchange(new NioWire(), new TlsExchange(new NioWire(), InstantSource.system())).converse(question(server));
            assertThat(reply.heard()).hasSize(100);
            assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("-1");
        }
    }

    @Test
    @Timeout(20)
    void soItIsOnThisSystemsOwnSockets() throws Exception {
        try (HostileServer server = talkative()) {
            assertThat(Hosts.local(InstantSource.system()).converse(question(server)).heard()).hasSize(100);
            assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("-1");
        }
    }

    /** The other side spoke and keeps the line: that we listen a little longer before we hang up is none of its time. */
    @Test
    @Timeout(20)
    void theTimeOfAReplyEndsWithTheReply() throws Exception {
        CompletableFuture<String> over = new CompletableFuture<>();
        try (HostileServer server = HostileServer.tcp(socket -> {
            HostileServer.say(socket, "220 ready\r\n");
            over.join();
        })) {
            long start = System.nanoTime();
            ConversationReply reply = exchange(new NioWire()).converse(question(server));
            Duration whole = Duration.ofNanos(System.nanoTime() - start);
            over.complete("");
            assertThat(reply.heard()).isNotEmpty();
            assertThat(whole.minus(reply.elapsed())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    /** Whoever said nothing within the time has no more to say: we hang up at once. */
    @Test
    @Timeout(20)
    void silenceBehindTlsIsNotListenedToAnyLonger() throws Exception {
        TlsExchange.warm();
        Listening wire = new Listening(new NioWire());
        try (HostileServer server = TlsExchangeTest.tlsServer(TestCertificates.selfSigned(TestCertificates.Wish.authority("localhost")), "TLSv1.3")) {
            ConversationReply reply = exchange(wire).converse(
                new ConversationRequest(server.address(), Optional.of("localhost"), List.of(), QUESTION, 100, Duration.ofSeconds(3)));
            assertThat(reply.secured()).isTrue();
            assertThat(reply.heard()).isEmpty();
            assertThat(wire.ends).hasValue(0);
        }
    }

    private static ConversationExchange exchange(Wire wire) {
        return new ConversationExchange(wire, new TlsExchange(wire, InstantSource.system()));
    }

    /** Counts the half-closes. */
    private record Listening(Wire wire, AtomicInteger ends) implements Wire {

        Listening(Wire wire) {
            this(wire, new AtomicInteger());
        }

        @Override
        public Opened open(InetSocketAddress target, Deadline deadline) {
            return wire.open(target, deadline) instanceof Opened.Open(Stream stream) ? new Opened.Open(counted(stream)) : new Opened.NotOpen(Failure.NO_REPLY);
        }

        private Stream counted(Stream stream) {
            return new Stream() {
                @Override
                public Failure send(byte[] bytes, Deadline deadline) {
                    return stream.send(bytes, deadline);
                }

                @Override
                public Received receive(int atMost, Deadline deadline) {
                    return stream.receive(atMost, deadline);
                }

                @Override
                public void end() {
                    ends.incrementAndGet();
                    stream.end();
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }

        @Override
        public Received exchange(Query query, Deadline deadline) {
            return wire.exchange(query, deadline);
        }

        @Override
        public String method() {
            return wire.method();
        }
    }

    @Test
    @Timeout(20)
    void aMereConnectionEndsInAnOrderlyWayToo() throws Exception {
        try (HostileServer server = HostileServer.tcp(socket -> {
            try {
                end.complete(untilTheEnd(socket));
            } catch (IOException reset) {
                end.complete(reset.getMessage());
            }
        })) {
            assertThat(Hosts.local(InstantSource.system()).connect(new org.faultline.host.ConnectRequest(server.address(), LONG)).failure().none()).isTrue();
            assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("-1");
        }
    }
}
