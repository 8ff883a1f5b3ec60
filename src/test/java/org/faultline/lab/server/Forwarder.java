package org.faultline.lab.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.Namespace;

/** What a home router does with DNS: it asks another server over its own uplink and passes the answer on; silent when that is. */
public final class Forwarder implements Answers {
    private static final int PORT = 53;
    private static final int TIMEOUT_MS = 3000;

    private final Namespace router;
    private final Doors doors;
    private final InetAddress upstream;

    public Forwarder(Namespace router, Doors doors, InetAddress upstream) {
        this.router = router;
        this.doors = doors;
        this.upstream = upstream;
    }

    @Override
    public Optional<byte[]> to(Query query, boolean overTcp) {
        try {
            return Optional.of(overTcp ? askTcp(query.bytes()) : askUdp(query.bytes()));
        } catch (IOException | LabFailure e) {
            // No answer from there, or the lab has been closed meanwhile.
            return Optional.empty();
        }
    }

    private byte[] askUdp(byte[] query) throws IOException {
        try (DatagramSocket socket = router.call(() -> new DatagramSocket())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.send(new DatagramPacket(query, query.length, upstream, PORT));
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    private byte[] askTcp(byte[] query) throws IOException {
        Socket socket = doors.connect(new InetSocketAddress(upstream, PORT), TIMEOUT_MS);
        try {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(
                ByteBuffer.allocate(query.length + 2).putShort((short) query.length).put(query).array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readNBytes(in.readUnsignedShort());
        } finally {
            doors.shut(socket);
        }
    }
}
