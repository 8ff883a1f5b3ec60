package org.faultline.report.redaction;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses say something about their owner. Private, link-local, CGNAT, loopback and multicast ones do not, and what lies in which subnet
 * is what the helpdesk needs; so they stay as they are, and so do the public name servers that everybody uses. An IPv6 address whose
 * lower half is made of a MAC address (RFC 4291, appendix A) or is long and lasting goes, whatever its range.
 */
final class Addresses {

    /** Cloudflare, Google, Quad9, OpenDNS. */
    private static final Set<InetAddress> WELL_KNOWN = Stream.of("1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "149.112.112.112",
            "208.67.222.222", "208.67.220.220", "2606:4700:4700::1111", "2606:4700:4700::1001", "2001:4860:4860::8888",
            "2001:4860:4860::8844", "2620:fe::fe", "2620:fe::9", "2620:119:35::35", "2620:119:53::53")
        .map(InetAddress::ofLiteral).collect(Collectors.toUnmodifiableSet());

    /** Routes such as 0.0.0.0/1 and 2000::/3 name half of the internet, nobody in particular. */
    private static final int WIDEST_PREFIX = 8;

    private Addresses() { }

    /** @param prefixLength what follows the address behind a slash, if something does */
    static Optional<Secret> secret(InetAddress address, Optional<Integer> prefixLength) {
        if (isOpen(address) || prefixLength.filter(length -> length <= WIDEST_PREFIX).isPresent()) {
            return Optional.empty();
        }
        String range = address instanceof Inet4Address ? "public-ipv4-" : range(address.getAddress()) + "-ipv6:";
        return Optional.of(new Secret(Kind.ADDRESS, address.getHostAddress().replaceFirst("%.*", ""), range, ""));
    }

    private static boolean isOpen(InetAddress address) {
        boolean everybodys = WELL_KNOWN.contains(address) || address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
        return everybodys || (address instanceof Inet4Address ? isOpenIpv4(address.getAddress()) : isOpenIpv6(address.getAddress()));
    }

    /** RFC 1918, 3927, 6598, 7335 (translators of networks that carry IPv6 only), and the upper end that nobody owns (netmasks, broadcast). */
    private static boolean isOpenIpv4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0 || first == 10 || first == 127 || first >= 240 || first == 172 && second >> 4 == 1 || first == 192 && second == 168
            || first == 192 && second == 0 && bytes[2] == 0
            || first == 169 && second == 254 || first == 100 && second >> 6 == 1;
    }

    /** A private or link-local one that a person chose ({@code fe80::1}, {@code fd00:1::53}) or that names a whole network. */
    private static boolean isOpenIpv6(byte[] bytes) {
        return !range(bytes).equals("public") && bytes[8] == 0 && bytes[9] == 0 && bytes[10] == 0 && bytes[11] == 0 && bytes[12] == 0 && bytes[13] == 0;
    }

    private static String range(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return "private";
        }
        return (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xc0) == 0x80 ? "link-local" : "public";
    }

    /** The IPv6 address that this text is, without a zone. */
    static Optional<InetAddress> ipv6(String text) {
        try {
            return Optional.of(Inet6Address.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<InetAddress> ipv4(String text) {
        try {
            return Optional.of(Inet4Address.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
