package org.faultline.host.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses spelt out in text, as inet_pton(3) reads them; never a look-up. */
public final class Literals {

    private static final int LONGEST = 45;

    private Literals() { }

    /**
     * Four decimal numbers, or IPv6 with an optional zone. A numeric zone becomes the scope; the name of an interface, which only
     * its machine can number, is left out. Empty for anything else: {@code 127.1} and {@code 0x7f.1} are no addresses in files.
     */
    public static Optional<InetAddress> address(String text) {
        int percent = text.indexOf('%');
        String plain = percent < 0 ? text : text.substring(0, percent);
        boolean v6 = plain.indexOf(':') >= 0;
        if (plain.length() > LONGEST || !(v6 || percent < 0 && dotted(plain))) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(plain);
            return Optional.of(percent < 0 ? address : scoped(address, text.substring(percent + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The zone of {@code fe80::1%eth0}, else empty. */
    public static String zone(String text) {
        return text.indexOf('%') < 0 ? "" : text.substring(text.indexOf('%') + 1);
    }

    /** The same IPv6 address on the interface of this number; 0 means none. */
    public static InetAddress withScope(InetAddress address, int index) {
        try {
            return index > 0 && address.getAddress().length == 16 ? Inet6Address.getByAddress(null, address.getAddress(), index)
                : address;
        } catch (UnknownHostException impossible) {
            throw new AssertionError("16 bytes are an address", impossible);
        }
    }

    private static InetAddress scoped(InetAddress address, String zone) {
        boolean number = !zone.isEmpty() && zone.length() <= 9 && zone.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? withScope(address, Integer.parseInt(zone)) : address;
    }

    private static boolean dotted(String text) {
        String[] parts = text.split("\\.", -1);
        boolean numbers = parts.length == 4;
        for (String part : parts) {
            numbers &= !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        return numbers;
    }
}
