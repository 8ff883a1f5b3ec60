package org.faultline.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.IcmpError;

/**
 * What the kernel tells beside a datagram (cmsg(3), ip(7), ipv6(7), socket(7)). Pure; a message that is cut short ends them.
 *
 * @param stamp nanoseconds of the realtime clock when it arrived, 0 if not told
 * @param ttl   hop limit of the packet, 0 if not told
 * @param error from the error queue
 */
record ControlMessages(long stamp, int ttl, Optional<SocketError> error) {

    static final int SO_TIMESTAMPNS = 35;
    static final int IP_RECVERR = 11;
    static final int IP_RECVTTL = 12;
    static final int IPV6_RECVERR = 25;
    static final int IPV6_RECVHOPLIMIT = 51;

    private static final int IP_TTL = 2;
    private static final int IPV6_HOPLIMIT = 52;
    private static final int HEADER = 16;
    private static final int EXTENDED_ERROR = 16;
    private static final int FROM_ICMP = 2;
    private static final int FROM_ICMP6 = 3;

    /**
     * {@code struct sock_extended_err} and the offender behind it.
     *
     * @param icmp nothing if the error is the local kernel's own
     * @param info the MTU where the errno is EMSGSIZE
     */
    record SocketError(Errno errno, Optional<IcmpError> icmp, int info) { }

    static ControlMessages parse(byte[] control) {
        ByteBuffer buffer = ByteBuffer.wrap(control).order(ByteOrder.nativeOrder());
        ControlMessages found = new ControlMessages(0, 0, Optional.empty());
        int at = 0;
        while (buffer.limit() - at >= HEADER) {
            long length = buffer.getLong(at);
            if (length < HEADER || length > buffer.limit() - at) {
                break;
            }
            ByteBuffer data = buffer.slice(at + HEADER, (int) length - HEADER).order(ByteOrder.nativeOrder());
            found = found.with(buffer.getInt(at + 8), buffer.getInt(at + 12), data);
            at += ((int) length + 7) & ~7;
        }
        return found;
    }

    private ControlMessages with(int level, int type, ByteBuffer data) {
        boolean number = data.remaining() >= Integer.BYTES;
        if (level == NativeSocket.SOL_SOCKET && type == SO_TIMESTAMPNS && data.remaining() >= 2 * Long.BYTES) {
            return new ControlMessages(data.getLong(0) * 1_000_000_000L + data.getLong(8), ttl, error);
        }
        boolean hops = level == NativeSocket.SOL_IP && type == IP_TTL || level == NativeSocket.SOL_IPV6 && type == IPV6_HOPLIMIT;
        if (number && hops) {
            return new ControlMessages(stamp, data.getInt(0), error);
        }
        if (level == NativeSocket.SOL_IP && type == IP_RECVERR || level == NativeSocket.SOL_IPV6 && type == IPV6_RECVERR) {
            return new ControlMessages(stamp, ttl, error(data));
        }
        return this;
    }

    private static Optional<SocketError> error(ByteBuffer data) {
        if (data.remaining() < EXTENDED_ERROR) {
            return Optional.empty();
        }
        Errno errno = Errnos.of(-Math.max(0, data.getInt(0)));
        int origin = data.get(4) & 0xFF;
        int info = Math.max(0, data.getInt(8));
        Optional<InetAddress> offender = Sockaddr.read(data.slice(EXTENDED_ERROR, data.remaining() - EXTENDED_ERROR))
            .map(InetSocketAddress::getAddress);
        Optional<IcmpError> icmp = offender.filter(_ -> origin == FROM_ICMP || origin == FROM_ICMP6)
            .map(from -> new IcmpError(from, data.get(5) & 0xFF, data.get(6) & 0xFF, errno == Errno.EMSGSIZE ? info : 0));
        return errno == Errno.NONE ? Optional.empty() : Optional.of(new SocketError(errno, icmp, info));
    }
}
