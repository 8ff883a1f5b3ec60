package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;
import org.faultline.host.exchange.Wire.Received;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Conversations with servers on loopback that behave and that do not. */
@EnabledOnOs(OS.LINUX)
class LinuxWireTest {
    private static final InetAddress LOOPBACK = Sockaddr.ip(new byte[] {127, 0, 0, 1}, 0);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(60);

    private final Wire wire = new LinuxWire();

    @Test
    void aLargeMessageGoesThereAndBack() throws Exception {
        byte[] message = new byte[300_000];
        new Random(7).nextBytes(message);
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server, message.length));
            try (Wire.Stream stream = open(server)) {
                assertThat(stream.send(message, Deadline.in(LONG))).isEqualTo(Failure.NONE);
                byte[] back = new byte[message.length];
                int got = 0;
                while (got < back.length) {
                    Received received = stream.receive(back.length - got, Deadline.in(LONG));
                    assertThat(received.failure()).isEqualTo(Failure.NONE);
                    System.arraycopy(received.bytes(), 0, back, got, received.bytes().length);
                    got += received.bytes().length;
                }
                assertThat(back).isEqualTo(message);
                assertThat(stream.receive(1, Deadline.in(LONG)).failure()).isEqualTo(Failure.of(Cause.CLOSED_EARLY));
            }
            echo.join();
        }
    }

    @Test
    void aSilentServerStalls() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK); Wire.Stream stream = open(server)) {
            assertThat(stream.receive(10, Deadline.in(SHORT)).failure()).isEqualTo(Failure.of(Cause.STALLED));
        }
    }

    @Test
    void aServerThatReadsNothingStallsTheSender() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK); Wire.Stream stream = open(server)) {
            assertThat(stream.send(new byte[30_000_000], Deadline.in(SHORT))).isEqualTo(Failure.of(Cause.STALLED));
        }
    }

    @Test
    void aServerThatResets() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK); Wire.Stream stream = open(server)) {
            Socket accepted = server.accept();
            accepted.setSoLinger(true, 0);
            accepted.close();
            assertThat(stream.receive(10, Deadline.in(LONG)).failure()).isEqualTo(Failure.of(Errno.ECONNRESET));
        }
    }

    @Test
    void aClosedPortRefuses() {
        assertThat(wire.open(new InetSocketAddress(LOOPBACK, 1), Deadline.in(LONG)))
            .isEqualTo(new Wire.Opened.NotOpen(Failure.of(Errno.ECONNREFUSED)));
        assertThat(exchange(1, LONG, LONG).failure().cause()).isEqualTo(Cause.REFUSED);
    }

    /** The first answer is not what was asked for, and only the second question gets one that is. */
    @Test
    void aSecondQuestionIsAnswered() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, LOOPBACK)) {
            CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> {
                answer(server, "noise");
                answer(server, "answer");
            });
            Received received = exchange(server.getLocalPort(), SHORT, LONG);
            assertThat(received.bytes()).isEqualTo("answer".getBytes());
            answers.join();
        }
    }

    @Test
    void silenceIsNoReply() throws IOException {
        try (DatagramSocket server = new DatagramSocket(0, LOOPBACK)) {
            assertThat(exchange(server.getLocalPort(), Duration.ofMillis(20), SHORT).failure()).isEqualTo(Failure.NO_REPLY);
        }
    }

    @Test
    void anInterruptionEndsTheWaitWithinItsSlice() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, LOOPBACK)) {
            CompletableFuture<Failure> ended = new CompletableFuture<>();
            Thread waiting = Thread.ofPlatform().start(() -> {
                Failure failure = exchange(server.getLocalPort(), Duration.ofMinutes(1), Duration.ofMinutes(1)).failure();
                ended.complete(Thread.currentThread().isInterrupted() ? failure : Failure.of(Cause.CRASHED));
            });
            server.receive(new DatagramPacket(new byte[10], 10));
            waiting.interrupt();
            assertThat(ended.get(LONG.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(Failure.of(Cause.CANCELLED));
        }
    }

    private Received exchange(int port, Duration resendAfter, Duration timeout) {
        return wire.exchange(new Wire.Query(new InetSocketAddress(LOOPBACK, port), "question".getBytes(), resendAfter, 100,
            bytes -> new String(bytes).equals("answer")), Deadline.in(timeout));
    }

    private Wire.Stream open(ServerSocket server) {
        Wire.Opened opened = wire.open(new InetSocketAddress(LOOPBACK, server.getLocalPort()), Deadline.in(LONG));
        assertThat(opened).isInstanceOf(Wire.Opened.Open.class);
        return ((Wire.Opened.Open) opened).stream();
    }

    private static void echo(ServerSocket server, int length) {
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write(accepted.getInputStream().readNBytes(length));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void answer(DatagramSocket server, String text) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            server.receive(packet);
            server.send(new DatagramPacket(text.getBytes(), text.length(), packet.getSocketAddress()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
