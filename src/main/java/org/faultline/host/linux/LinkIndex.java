package org.faultline.host.linux;

import java.lang.foreign.Arena;

/** The kernel's number for a link. */
final class LinkIndex {

    private LinkIndex() { }

    /** Of a link's name, or of its number in digits as in {@code fe80::1%2}; 0 if there is no such link. */
    static int of(String link) {
        if (link.matches("[0-9]{1,9}")) {
            return Integer.parseInt(link);
        }
        try (Arena arena = Arena.ofConfined()) {
            return Math.max(0, Libc.call(Libc.LINK_INDEX, arena.allocateFrom(link.replace("\0", "")).address()));
        }
    }
}
