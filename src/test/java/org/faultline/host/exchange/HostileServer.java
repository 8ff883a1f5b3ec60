package org.faultline.host.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A real server on loopback that behaves as badly as the test says. */
final class HostileServer implements AutoCloseable {

    /** What it does with one connection; it ends with the connection or the server. */
    interface Talk {
        void with(Socket socket) throws IOException;
    }

    private final AutoCloseable socket;
    private final InetSocketAddress address;
    private final AtomicLong bytesTaken = new AtomicLong();
    private volatile boolean open = true;

    private HostileServer(AutoCloseable socket, InetSocketAddress address) {
        this.socket = socket;
        this.address = address;
    }

    static HostileServer tcp(Talk talk) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        HostileServer server = new HostileServer(listening, (InetSocketAddress) listening.getLocalSocketAddress());
        Thread.ofPlatform().daemon().name("hostile-tcp").start(() -> {
            while (server.open) {
                try {
                    Socket connection = listening.accept();
                    Thread.ofPlatform().daemon().name("hostile-talk").start(() -> server.talk(talk, connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return server;
    }

    private void talk(Talk talk, Socket connection) {
        try (connection) {
            talk.with(connection);
        } catch (IOException _) {
            // The client went away, as it should.
        }
    }

    /** Each datagram gets these datagrams back. */
    static HostileServer udp(Function<byte[], List<byte[]>> answers) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        HostileServer server = new HostileServer(socket, new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort()));
        Thread.ofPlatform().daemon().name("hostile-udp").start(() -> {
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            while (server.open) {
                try {
                    socket.receive(packet);
                    for (byte[] answer : answers.apply(java.util.Arrays.copyOf(packet.getData(), packet.getLength()))) {
                        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                    }
                } catch (IOException _) {
                    // Closed, or the client's port is gone already.
                }
            }
        });
        return server;
    }

    InetSocketAddress address() {
        return address;
    }

    int port() {
        return address.getPort();
    }

    /** Bytes that endless talks could push into the connection. */
    long bytesTaken() {
        return bytesTaken.get();
    }

    /** Says nothing and keeps the connection until the client goes. */
    static void stall(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }

    static void say(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    static void say(Socket socket, String text) throws IOException {
        say(socket, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One byte each 200 ms, for at most 5 s. */
    static void drip(Socket socket, byte[] bytes) throws IOException {
        for (int at = 0; at < Math.min(bytes.length, 25); at++) {
            say(socket, new byte[] {bytes[at]});
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** The same again and again, at most 1 GiB. */
    Talk endless(String head, String again) {
        return socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] block = again.repeat(1 + 32_768 / again.length()).getBytes(StandardCharsets.ISO_8859_1);
            while (open && bytesTaken.get() < 1L << 30) {
                out.write(block);
                bytesTaken.addAndGet(block.length);
            }
        };
    }

    /** A server whose talk needs the server itself, as {@link #endless} does. */
    static HostileServer endlessTcp(String head, String again) throws IOException {
        HostileServer[] self = new HostileServer[1];
        HostileServer server = tcp(socket -> self[0].endless(head, again).with(socket));
        self[0] = server;
        return server;
    }

    /** Ends with RST instead of FIN. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws Exception {
        open = false;
        socket.close();
    }
}
