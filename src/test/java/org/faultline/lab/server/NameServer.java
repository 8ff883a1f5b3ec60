package org.faultline.lab.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** A DNS server on UDP and TCP port 53 of some addresses, whose manner of answering can be changed while it runs. */
public final class NameServer {
    private static final int PORT = 53;

    private final Doors doors;
    private final AtomicReference<Answers> answers;

    private NameServer(Doors doors, Answers answers) {
        this.doors = doors;
        this.answers = new AtomicReference<>(answers);
    }

    public static NameServer on(Doors doors, Answers answers, InetAddress... addresses) {
        NameServer server = new NameServer(doors, answers);
        Arrays.stream(addresses).forEach(server::serve);
        return server;
    }

    /** From now on it answers like this. */
    public void answer(Answers manner) {
        answers.set(manner);
    }

    /** How it answers now, to make something worse out of. */
    public Answers manner() {
        return answers.get();
    }

    private void serve(InetAddress address) {
        DatagramChannel channel = doors.datagram(address, PORT);
        Thread.ofVirtual().start(() -> serveUdp(channel));
        doors.listen(address, PORT, this::serveTcp);
    }

    private void serveUdp(DatagramChannel channel) {
        while (channel.isOpen()) {
            try {
                ByteBuffer buffer = ByteBuffer.allocate(4096);
                SocketAddress asker = channel.receive(buffer);
                byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
                Thread.ofVirtual().start(() -> answerUdp(channel, asker, bytes));
            } catch (IOException e) {
                // Closed, or an ICMP error of an asker that has left; the loop's condition tells which.
            }
        }
    }

    private void answerUdp(DatagramChannel channel, SocketAddress asker, byte[] bytes) {
        answers.get().to(Query.of(bytes), false).ifPresent(answer -> {
            try {
                channel.send(ByteBuffer.wrap(answer), asker);
            } catch (IOException e) {
                // No way back to the asker: it sees silence, as it should.
            }
        });
    }

    private void serveTcp(Socket peer) throws IOException {
        DataInputStream in = new DataInputStream(peer.getInputStream());
        DataOutputStream out = new DataOutputStream(peer.getOutputStream());
        while (true) {
            byte[] bytes = in.readNBytes(in.readUnsignedShort());
            byte[] answer = answers.get().to(Query.of(bytes), true).orElse(new byte[0]);
            if (answer.length == 0) {
                in.read();
                return;
            }
            out.write(ByteBuffer.allocate(answer.length + 2).putShort((short) answer.length).put(answer).array());
            out.flush();
        }
    }
}
