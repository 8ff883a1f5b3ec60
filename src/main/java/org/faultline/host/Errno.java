package org.faultline.host;

import org.faultline.model.Cause;

/**
 * The error numbers that tell network causes apart, by their POSIX names; the numbers differ between systems and stay inside
 * the implementations. {@link #NONE} where the call succeeded.
 */
public enum Errno {
    NONE(Cause.NONE),
    /** Local firewall, or a missing right: which one depends on the call. */
    EPERM(Cause.BLOCKED_LOCALLY),
    EACCES(Cause.PROHIBITED),
    EINVAL(Cause.INVALID_DESTINATION),
    ENOENT(Cause.MISSING),
    EAGAIN(Cause.PORTS_EXHAUSTED),
    EMFILE(Cause.DESCRIPTORS_EXHAUSTED),
    ENFILE(Cause.DESCRIPTORS_EXHAUSTED),
    ENOBUFS(Cause.SOCKETS_UNAVAILABLE),
    ENOMEM(Cause.SOCKETS_UNAVAILABLE),
    EMSGSIZE(Cause.TOO_BIG),
    EPIPE(Cause.CLOSED_EARLY),
    EADDRINUSE(Cause.PORTS_EXHAUSTED),
    EADDRNOTAVAIL(Cause.ADDRESS_NOT_AVAILABLE),
    EAFNOSUPPORT(Cause.PROTOCOL_UNAVAILABLE),
    EPROTONOSUPPORT(Cause.PROTOCOL_UNAVAILABLE),
    ENETDOWN(Cause.DOWN),
    ENETUNREACH(Cause.NET_UNREACHABLE),
    EHOSTUNREACH(Cause.HOST_UNREACHABLE),
    EHOSTDOWN(Cause.HOST_UNREACHABLE),
    ECONNREFUSED(Cause.REFUSED),
    ECONNRESET(Cause.RESET),
    ECONNABORTED(Cause.RESET),
    ETIMEDOUT(Cause.NO_REPLY),
    EPROTO(Cause.UNCLASSIFIED),
    ENOPROTOOPT(Cause.PORT_UNREACHABLE),
    ENOSYS(Cause.NOT_SUPPORTED),
    /** A number that this list does not name; the number stands in the detail. */
    OTHER(Cause.UNCLASSIFIED);

    private final Cause usualCause;

    Errno(Cause usualCause) {
        this.usualCause = usualCause;
    }

    /** What it means when a connect or a send to another address returns it. */
    public Cause usualCause() {
        return usualCause;
    }
}
