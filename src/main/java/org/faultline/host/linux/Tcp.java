package org.faultline.host.linux;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.faultline.host.BindReply;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** TCP handshakes with a deadline, the errno and the ICMP error that ended them. */
final class Tcp {

    static final String METHOD = "tcp-socket";
    private static final int SO_REUSEADDR = 2;

    /** @param socket connected, and the caller's to close; nothing unless the failure is {@link Failure#NONE} */
    record Attempt(Failure failure, Optional<NativeSocket> socket) { }

    private Tcp() { }

    /** Ends in an orderly way: a reset would stand in the log of whoever listens. */
    static ConnectReply connect(ConnectRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        Attempt attempt = open(request.target(), deadline);
        ConnectReply reply = new ConnectReply(attempt.failure(), deadline.elapsed(), METHOD);
        attempt.socket().ifPresent(NativeSocket::close);
        return reply;
    }

    /** As a server would take it, TIME_WAIT notwithstanding. */
    static BindReply bind(InetSocketAddress address) {
        try (NativeSocket socket = NativeSocket.open(Sockaddr.family(address.getAddress()), NativeSocket.STREAM, 0)) {
            if (socket.opened() < 0) {
                return new BindReply(SocketErrors.opening(socket), METHOD);
            }
            socket.set(NativeSocket.SOL_SOCKET, SO_REUSEADDR, 1);
            Errno errno = Errnos.of(socket.bind(address));
            return new BindReply(switch (errno) {
                case NONE -> Failure.NONE;
                case EADDRINUSE -> new Failure(Cause.COMPETING, errno, Optional.empty());
                default -> Failure.of(errno);
            }, METHOD);
        }
    }

    static Attempt open(InetSocketAddress target, Deadline deadline) {
        NativeSocket socket = NativeSocket.open(Sockaddr.family(target.getAddress()), NativeSocket.STREAM, 0);
        Failure failure = socket.opened() < 0 ? SocketErrors.opening(socket) : handshake(socket, target, deadline);
        if (failure.none()) {
            return new Attempt(failure, Optional.of(socket));
        }
        socket.close();
        return new Attempt(failure, Optional.empty());
    }

    static Failure handshake(NativeSocket socket, InetSocketAddress target, Deadline deadline) {
        SocketErrors.keep(socket, target.getAddress());
        int result = socket.connect(target);
        if (result == -Errnos.EINPROGRESS) {
            Poll.Woken woken = socket.poll(Poll.OUT).await(deadline);
            if (woken != Poll.Woken.READY) {
                return woken.failure();
            }
            result = socket.pendingError();
        }
        if (result < 0) {
            return SocketErrors.explain(socket, result);
        }
        return withItself(socket) ? Failure.of(Errno.ECONNREFUSED) : Failure.NONE;
    }

    /**
     * Nobody listened, but the kernel happened to pick the target port as our own and connected the socket to itself
     * (simultaneous open, RFC 9293, 3.5): about once in a scan of all local ports.
     */
    static boolean withItself(NativeSocket socket) {
        return socket.localName().equals(socket.peerName());
    }
}
