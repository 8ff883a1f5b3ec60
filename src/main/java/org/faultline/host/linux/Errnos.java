package org.faultline.host.linux;

import org.faultline.host.Errno;

/** Linux error numbers by name: {@code asm-generic/errno-base.h} and {@code errno.h}, the same on x86_64 and aarch64. */
final class Errnos {

    static final int EPERM = 1;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EADDRNOTAVAIL = 99;
    static final int EISCONN = 106;
    static final int EINPROGRESS = 115;

    private Errnos() { }

    /** @param result what a {@link Libc} call returned: not negative, or minus the errno */
    static Errno of(int result) {
        return result >= 0 ? Errno.NONE : switch (-result) {
            case EPERM -> Errno.EPERM;
            case 2 -> Errno.ENOENT;
            case EAGAIN -> Errno.EAGAIN;
            case 12 -> Errno.ENOMEM;
            case EACCES -> Errno.EACCES;
            case 22 -> Errno.EINVAL;
            case 23 -> Errno.ENFILE;
            case 24 -> Errno.EMFILE;
            case 32 -> Errno.EPIPE;
            case 38 -> Errno.ENOSYS;
            case 71 -> Errno.EPROTO;
            case 90 -> Errno.EMSGSIZE;
            case 92 -> Errno.ENOPROTOOPT;
            case 93 -> Errno.EPROTONOSUPPORT;
            case 97 -> Errno.EAFNOSUPPORT;
            case 98 -> Errno.EADDRINUSE;
            case EADDRNOTAVAIL -> Errno.EADDRNOTAVAIL;
            case 100 -> Errno.ENETDOWN;
            case 101 -> Errno.ENETUNREACH;
            case 103 -> Errno.ECONNABORTED;
            case 104 -> Errno.ECONNRESET;
            case 105 -> Errno.ENOBUFS;
            case 110 -> Errno.ETIMEDOUT;
            case 111 -> Errno.ECONNREFUSED;
            case 112 -> Errno.EHOSTDOWN;
            case 113 -> Errno.EHOSTUNREACH;
            default -> Errno.OTHER;
        };
    }

    /** The errno's name for a detail text, with the number where the list has no name for it. */
    static String name(int result) {
        Errno errno = of(result);
        return errno == Errno.OTHER ? "errno " + -result : errno.name();
    }
}
