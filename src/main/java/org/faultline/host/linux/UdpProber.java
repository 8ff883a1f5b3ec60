package org.faultline.host.linux;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.IcmpError;
import org.faultline.host.linux.MessageReader.Received;
import org.faultline.model.Cause;

/**
 * Traces by UDP datagrams to ports where hardly anybody listens, numbered by the port: what anybody may send. The target answers
 * with "port unreachable".
 */
final class UdpProber implements Prober {

    /** The first port of traceroute(8). */
    private static final int FIRST_PORT = 33_434;
    private static final int PAYLOAD = 32;

    private final NativeSocket socket;
    private final InetAddress target;
    private final MessageReader reader;
    private final MemorySegment payload;
    private final MemorySegment clock;

    UdpProber(InetAddress target) {
        this.target = target;
        socket = NativeSocket.open(Sockaddr.family(target), NativeSocket.DATAGRAM, 0);
        reader = new MessageReader(socket, PAYLOAD);
        payload = socket.arena().allocate(PAYLOAD);
        clock = socket.arena().allocate(2 * Long.BYTES, Long.BYTES);
        SocketErrors.keep(socket, target);
        socket.set(NativeSocket.SOL_SOCKET, ControlMessages.SO_TIMESTAMPNS, 1);
    }

    @Override
    public int send(int probe, int ttl) {
        socket.hopLimit(Sockaddr.family(target) == Sockaddr.AF_INET6, ttl);
        return socket.send(payload, PAYLOAD, new InetSocketAddress(target, FIRST_PORT + probe));
    }

    @Override
    public Poll poll() {
        return socket.poll(Poll.IN);
    }

    @Override
    public List<Heard> heard() {
        List<Heard> heard = new ArrayList<>();
        for (Optional<Received> next = reader.nextError(); next.isPresent(); next = reader.nextError()) {
            Received received = next.get();
            int port = received.name().map(InetSocketAddress::getPort).orElse(0);
            received.control().error().flatMap(ControlMessages.SocketError::icmp).ifPresent(icmp ->
                heard.add(new Heard(port - FIRST_PORT, icmp.from(), unlessArrived(icmp), received.control().stamp())));
        }
        for (Optional<Received> next = reader.next(); next.isPresent(); next = reader.next()) {
            Received received = next.get();
            received.name().filter(from -> from.getAddress().equals(target)).ifPresent(from ->
                heard.add(new Heard(from.getPort() - FIRST_PORT, target, Optional.empty(), received.control().stamp())));
        }
        return heard;
    }

    private Optional<IcmpError> unlessArrived(IcmpError error) {
        boolean arrived = error.from().equals(target)
            && SocketErrors.cause(error, Errno.ECONNREFUSED) == Cause.PORT_UNREACHABLE;
        return arrived ? Optional.empty() : Optional.of(error);
    }

    @Override
    public Failure failure(int result) {
        return SocketErrors.explain(socket, result);
    }

    @Override
    public long now() {
        return Libc.realtime(clock);
    }

    @Override
    public String method() {
        return "udp-socket";
    }

    @Override
    public void close() {
        socket.close();
    }
}
