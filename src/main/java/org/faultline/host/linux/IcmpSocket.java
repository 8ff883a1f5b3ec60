package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.linux.ControlMessages.SocketError;
import org.faultline.host.linux.MessageReader.Received;

/**
 * A connected socket for ICMP or ICMPv6 echo to one target: a datagram socket where {@code net.ipv4.ping_group_range} lets us
 * (icmp(7)), else a raw one where we may have that (CAP_NET_RAW), else none.
 */
final class IcmpSocket implements AutoCloseable {

    private static final int DONT_FRAGMENT = 3;
    private static final int MAY_FRAGMENT = 0;
    private static final int IP_MTU_DISCOVER = 10;
    private static final int IPV6_MTU_DISCOVER = 23;
    private static final int IPV6_DONTFRAG = 62;
    private static final int HEADERS = 128;

    /** A reply to one of our requests: when it came, by the realtime clock in nanoseconds (0 if not told), and its TTL. */
    record Reply(int sequence, long stamp, int ttl) { }

    /** An error for one of our requests and when it came; the sequence is nothing where the quotation does not tell. */
    record Refusal(Optional<Integer> sequence, SocketError error, long stamp) { }

    private final NativeSocket socket;
    private final boolean raw;
    private final boolean v6;
    private final int payload;
    private final IcmpPacket packet;
    private final MessageReader reader;
    private final MemorySegment buffer;
    private final MemorySegment clock;

    private IcmpSocket(NativeSocket socket, boolean raw, boolean v6, int payload) {
        this.socket = socket;
        this.raw = raw;
        this.v6 = v6;
        this.payload = payload;
        SecureRandom random = new SecureRandom();
        packet = new IcmpPacket(v6, random.nextInt(0x10000), random.nextLong());
        reader = new MessageReader(socket, HEADERS + payload);
        buffer = socket.arena().allocate(IcmpPacket.HEADER + payload);
        clock = socket.arena().allocate(2 * JAVA_LONG.byteSize(), JAVA_LONG.byteAlignment());
    }

    /** @param payload bytes of data in each request, 0 to 65,507 */
    static IcmpSocket open(InetAddress target, int payload) {
        boolean v6 = Sockaddr.family(target) == Sockaddr.AF_INET6;
        int family = Sockaddr.family(target);
        int protocol = v6 ? NativeSocket.IPPROTO_ICMPV6 : NativeSocket.IPPROTO_ICMP;
        NativeSocket datagram = NativeSocket.open(family, NativeSocket.DATAGRAM, protocol);
        if (datagram.opened() >= 0) {
            return new IcmpSocket(datagram, false, v6, payload);
        }
        NativeSocket raw = NativeSocket.open(family, NativeSocket.RAW, protocol);
        datagram.close();
        return new IcmpSocket(raw, true, v6, payload);
    }

    /** {@link Failure#NONE}, or why there is no socket. Without the right to ICMP: NOT_PERMITTED. */
    Failure opened() {
        return socket.opened() >= 0 ? Failure.NONE : SocketErrors.opening(socket);
    }

    String method() {
        return raw ? "icmp-raw-socket" : "icmp-datagram-socket";
    }

    /** Asks for time stamps, TTL and errors, and fixes the target; what the kernel says to that target at once is the result. */
    int connect(InetAddress target, boolean dontFragment) {
        SocketErrors.keep(socket, target);
        socket.set(NativeSocket.SOL_SOCKET, ControlMessages.SO_TIMESTAMPNS, 1);
        if (v6) {
            socket.set(NativeSocket.SOL_IPV6, ControlMessages.IPV6_RECVHOPLIMIT, 1);
            socket.set(NativeSocket.SOL_IPV6, IPV6_MTU_DISCOVER, dontFragment ? DONT_FRAGMENT : MAY_FRAGMENT);
            socket.set(NativeSocket.SOL_IPV6, IPV6_DONTFRAG, dontFragment ? 1 : 0);
        } else {
            socket.set(NativeSocket.SOL_IP, ControlMessages.IP_RECVTTL, 1);
            socket.set(NativeSocket.SOL_IP, IP_MTU_DISCOVER, dontFragment ? DONT_FRAGMENT : MAY_FRAGMENT);
        }
        return socket.connect(new InetSocketAddress(target, 0));
    }

    void hopLimit(int ttl) {
        socket.hopLimit(v6, ttl);
    }

    /** Bytes sent, or minus the errno: that of this request, or one left by an ICMP error for an earlier one. */
    int send(int sequence) {
        byte[] request = packet.request(sequence, payload);
        buffer.copyFrom(MemorySegment.ofArray(request));
        return socket.send(buffer, request.length);
    }

    Poll poll() {
        return socket.poll(Poll.IN);
    }

    /** The next datagram, if one is there, and our reply in it, if it is one. */
    Optional<Optional<Reply>> next() {
        return reader.next().map(this::reply);
    }

    /** The next refusal in the error queue, if one is there. */
    Optional<Refusal> nextRefusal() {
        Optional<Received> next = reader.nextError();
        while (next.isPresent()) {
            Optional<SocketError> error = next.get().control().error();
            if (error.isPresent()) {
                return Optional.of(new Refusal(packet.quoted(next.get().data(), raw), error.get(), next.get().control().stamp()));
            }
            next = reader.nextError();
        }
        return Optional.empty();
    }

    Failure failure(SocketError error) {
        return SocketErrors.failure(error, socket);
    }

    Failure failure(int result) {
        return SocketErrors.explain(socket, result);
    }

    /** The realtime clock in nanoseconds, which the kernel's time stamps are of. */
    long now() {
        return Libc.realtime(clock);
    }

    @Override
    public void close() {
        socket.close();
    }

    private Optional<Reply> reply(Received received) {
        ControlMessages told = received.control();
        int ttl = told.ttl() == 0 && raw && !v6 ? IcmpPacket.ttl(received.data()) : told.ttl();
        return packet.reply(received.data(), raw, payload).map(sequence -> new Reply(sequence, told.stamp(), ttl));
    }
}
