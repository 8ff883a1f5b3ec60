package org.faultline.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.IcmpError;
import org.faultline.host.linux.ControlMessages.SocketError;
import org.faultline.model.Cause;

/** Why a socket failed, from its errno and the ICMP error behind it, which its error queue holds (ip(7), IP_RECVERR). */
final class SocketErrors {

    private static final int QUOTE = 128;

    private SocketErrors() { }

    /** Asks the kernel to keep ICMP errors, and who sent them, for this socket. */
    static void keep(NativeSocket socket, InetAddress target) {
        if (Sockaddr.family(target) == Sockaddr.AF_INET) {
            socket.set(NativeSocket.SOL_IP, ControlMessages.IP_RECVERR, 1);
        } else {
            socket.set(NativeSocket.SOL_IPV6, ControlMessages.IPV6_RECVERR, 1);
        }
    }

    /**
     * What a failed call on a connected TCP or UDP socket means; takes what its error queue holds. ECONNREFUSED is REFUSED also
     * where
     * an ICMP "port unreachable" caused it; that stands beside it.
     */
    static Failure explain(NativeSocket socket, int result) {
        MessageReader reader = new MessageReader(socket, QUOTE);
        Optional<SocketError> last = Optional.empty();
        for (Optional<MessageReader.Received> next = reader.nextError(); next.isPresent(); next = reader.nextError()) {
            last = next.get().control().error();
        }
        Errno errno = Errnos.of(result);
        Failure failure = last.filter(error -> error.errno() == errno).map(error -> failure(error, socket))
            .orElseGet(() -> Failure.of(errno));
        return errno == Errno.ECONNREFUSED ? new Failure(Cause.REFUSED, errno, failure.icmp()) : failure;
    }

    /** A local refusal for size has no sender; our own address stands for it, so that the MTU is not lost. */
    static Failure failure(SocketError error, NativeSocket socket) {
        if (error.icmp().isPresent()) {
            return new Failure(cause(error.icmp().get(), error.errno()), error.errno(), error.icmp());
        }
        Optional<IcmpError> tooBig = Optional.of(error).filter(local -> local.errno() == Errno.EMSGSIZE && local.info() > 0)
            .flatMap(local -> socket.localName().map(InetSocketAddress::getAddress).map(own -> tooBig(own, local.info())));
        return new Failure(error.errno().usualCause(), error.errno(), tooBig);
    }

    private static IcmpError tooBig(InetAddress own, int mtu) {
        return Sockaddr.family(own) == Sockaddr.AF_INET ? new IcmpError(own, 3, 4, mtu) : new IcmpError(own, 2, 0, mtu);
    }

    /**
     * The ICMP error's own meaning where it says more than the errno: Linux gives EHOSTUNREACH for "administratively prohibited"
     * (RFC 1812, 5.2.7.1; RFC 4443, 3.1), and the errno of "port unreachable" is that of a refused connection.
     */
    static Cause cause(IcmpError error, Errno errno) {
        boolean v4 = Sockaddr.family(error.from()) == Sockaddr.AF_INET;
        return v4 ? cause4(error.type(), error.code(), errno) : cause6(error.type(), error.code(), errno);
    }

    /** A router that let the packet die of old age, as a trace wants it: in transit, not in reassembly. */
    static boolean timeExceeded(IcmpError error) {
        return error.type() == (Sockaddr.family(error.from()) == Sockaddr.AF_INET ? 11 : 3) && error.code() == 0;
    }

    private static Cause cause4(int type, int code, Errno errno) {
        return switch (type) {
            case 3 -> switch (code) {
                case 0, 6, 11 -> Cause.NET_UNREACHABLE;
                case 1, 5, 7, 8, 12 -> Cause.HOST_UNREACHABLE;
                case 2, 3 -> Cause.PORT_UNREACHABLE;
                case 4 -> Cause.TOO_BIG;
                case 9, 10, 13, 14, 15 -> Cause.PROHIBITED;
                default -> errno.usualCause();
            };
            case 11 -> Cause.TIME_EXCEEDED;
            default -> errno.usualCause();
        };
    }

    private static Cause cause6(int type, int code, Errno errno) {
        return switch (type) {
            case 1 -> switch (code) {
                case 0, 2 -> Cause.NET_UNREACHABLE;
                case 1, 5, 6 -> Cause.PROHIBITED;
                case 3 -> Cause.HOST_UNREACHABLE;
                case 4 -> Cause.PORT_UNREACHABLE;
                default -> errno.usualCause();
            };
            case 2 -> Cause.TOO_BIG;
            case 3 -> Cause.TIME_EXCEEDED;
            default -> errno.usualCause();
        };
    }

    /** socket(2) itself was refused: a missing right is not the packet filter's doing. */
    static Failure opening(NativeSocket socket) {
        Errno errno = socket.errno();
        return switch (errno) {
            case EPERM, EACCES -> new Failure(Cause.NOT_PERMITTED, errno, Optional.empty());
            default -> Failure.of(errno);
        };
    }
}
