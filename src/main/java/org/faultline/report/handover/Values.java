package org.faultline.report.handover;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of a fact: two bits say how it is packed. 0: text, six bits for the number of bytes (UTF-8), then these. 1: IPv4 address, 32 bits, and
 * six for the length of its prefix. 2: IPv6 address, 128 and eight. The highest length stands for no prefix.
 */
final class Values {

    private static final int TEXT = 0;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int NO_PREFIX4 = 63;
    private static final int NO_PREFIX6 = 255;
    private static final int LONGEST = 63;
    private static final Pattern ADDRESS = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    private Values() { }

    static void write(String value, Bits bits) {
        Matcher match = ADDRESS.matcher(value);
        if (match.matches()) {
            try {
                writeAddress(address(match.group(1)), match.group(2), bits);
                return;
            } catch (IllegalArgumentException e) {
                // Looks like an address and is none: a text.
            }
        }
        byte[] text = shortened(value).getBytes(StandardCharsets.UTF_8);
        bits.put(TEXT, 2).put(text.length, 6).put(text);
    }

    /** Java takes {@code 5432} for 0.0.21.56 and {@code 12.5} for 12.0.0.5, as inet_aton(3) does; here these are a port and a number. */
    private static InetAddress address(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        if (address instanceof Inet4Address && !address.getHostAddress().equals(text)) {
            throw new IllegalArgumentException("no address");
        }
        return address;
    }

    private static void writeAddress(InetAddress address, String prefix, Bits bits) {
        int length = prefix == null ? -1 : Integer.parseInt(prefix);
        if (address instanceof Inet4Address && length <= 32) {
            bits.put(IPV4, 2).put(address.getAddress()).put(length < 0 ? NO_PREFIX4 : length, 6);
        } else if (address instanceof Inet6Address && length <= 128) {
            bits.put(IPV6, 2).put(address.getAddress()).put(length < 0 ? NO_PREFIX6 : length, 8);
        } else {
            throw new IllegalArgumentException("no such prefix");
        }
    }

    private static String shortened(String text) {
        String shorter = text;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    static String read(Bits.Reader bits) {
        return switch (bits.take(2)) {
            case TEXT -> new String(bits.bytes(bits.take(6)), StandardCharsets.UTF_8);
            case IPV4 -> address(bits.bytes(4), bits.take(6), NO_PREFIX4);
            case IPV6 -> address(bits.bytes(16), bits.take(8), NO_PREFIX6);
            default -> throw new BadCode(BadCode.Problem.NONSENSE);
        };
    }

    private static String address(byte[] bytes, int prefix, int none) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + (prefix == none ? "" : "/" + prefix);
        } catch (UnknownHostException e) {
            throw new BadCode(BadCode.Problem.NONSENSE);
        }
    }
}
