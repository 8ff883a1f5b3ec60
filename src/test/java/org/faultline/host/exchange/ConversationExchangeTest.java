package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.faultline.host.ConversationReply;
import org.faultline.host.ConversationRequest;
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
