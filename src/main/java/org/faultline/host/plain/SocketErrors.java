package org.faultline.host.plain;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

/**
 * The errno behind a socket exception, as far as its class tells. The JDK maps many numbers to one class and keeps the number
 * only in a message text that differs between systems and languages; what the class does not tell stays {@link Errno#OTHER}.
 */
final class SocketErrors {

    /**
     * ConnectException stands for ECONNREFUSED and for ETIMEDOUT. Refusals come within a round trip (on Windows after three
     * tries, about 2 s); the kernel's own timeout comes after 3 s at the earliest (Linux with tcp_syn_retries=1; default 127 s).
     */
    private static final Duration REFUSAL = Duration.ofMillis(2_500);

    private SocketErrors() { }

    static Failure ofSocket(Exception refused) {
        return refused instanceof UnsupportedOperationException
            ? Failure.of(Errno.EAFNOSUPPORT) : new Failure(Cause.SOCKETS_UNAVAILABLE, Errno.OTHER, Optional.empty());
    }

    static Failure ofConnect(Exception failed, Duration after) {
        return switch (failed) {
            case ConnectException _ when after.compareTo(REFUSAL) < 0 -> Failure.of(Errno.ECONNREFUSED);
            case NoRouteToHostException _ -> Failure.of(Errno.EHOSTUNREACH);
            case PortUnreachableException _ -> Failure.of(Errno.ECONNREFUSED);
            case UnsupportedAddressTypeException _ -> Failure.of(Errno.EAFNOSUPPORT);
            // BindException: EACCES, EADDRINUSE or EADDRNOTAVAIL; SocketException: ENETUNREACH, EINVAL, EPERM and others.
            default -> Failure.of(Errno.OTHER);
        };
    }

    /** For reads from a connected TCP socket: the JDK throws SocketException for ECONNRESET only, else plain IOException. */
    static Failure ofRead(IOException failed) {
        return failed.getClass() == SocketException.class ? Failure.of(Errno.ECONNRESET) : Failure.of(Errno.OTHER);
    }

    /** For UDP sends and receives. */
    static Failure ofDatagram(IOException failed) {
        return switch (failed) {
            case PortUnreachableException _ -> Failure.of(Errno.ECONNREFUSED);
            case NoRouteToHostException _ -> Failure.of(Errno.EHOSTUNREACH);
            default -> Failure.of(Errno.OTHER);
        };
    }
}
