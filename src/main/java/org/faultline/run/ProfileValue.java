package org.faultline.run;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.faultline.json.Place;

/** The single values of a profile: addresses, names, URLs and services, each checked without looking anything up. */
final class ProfileValue {

    private ProfileValue() { }

    static InetAddress address(Place place) {
        return address(place.text(), place);
    }

    private static InetAddress address(String text, Place place) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw place.refuse(masked(place) + " is not an IPv4 or IPv6 address");
        }
        // ofLiteral also takes 1.1 for 1.0.0.1 and ::ffff:1.2.3.4 for 1.2.3.4
        if (address instanceof Inet4Address && !address.getHostAddress().equals(text)) {
            throw place.refuse(place + " is not an address as one writes it; did you mean " + address.getHostAddress() + "?");
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || text.equals("255.255.255.255")) {
            throw place.refuse(place + " is not the address of one host");
        }
        return address;
    }

    /** {@code ADDRESS}, {@code IPv4:PORT} or {@code [IPv6]:PORT}; port 53 where none is given. */
    static InetSocketAddress resolver(Place place) {
        String text = place.text();
        int end = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[") && text.contains("]:");
        if (bracketed || end > 0 && text.indexOf(':') == end) {
            String host = bracketed ? text.substring(1, text.lastIndexOf("]:")) : text.substring(0, end);
            return new InetSocketAddress(address(host, place), port(text.substring(end + 1), place));
        }
        return new InetSocketAddress(address(place), 53);
    }

    private static int port(String text, Place place) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw place.refuse(masked(place) + " has no port between 1 and 65535");
        }
        return port;
    }

    /** A host name as RFC 1123 allows it, in ASCII; the underscore is let pass because it is in use. */
    static String name(Place place) {
        String name = place.text();
        if (!isName(name)) {
            throw place.refuse(place + " is not a host name such as example.com" + hint(name));
        }
        return name;
    }

    private static boolean isName(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        boolean labels = bare.matches("(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*+");
        return bare.length() <= 253 && labels && !bare.matches("[0-9.]+");
    }

    private static String hint(String name) {
        try {
            String ascii = IDN.toASCII(name);
            return ascii.equals(name) || !isName(ascii) ? "" : "; write it as " + ascii;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static URI url(Place place, String scheme) {
        URI url;
        try {
            url = new URI(place.text());
        } catch (URISyntaxException e) {
            throw place.refuse(masked(place) + " is not a URL such as " + scheme + "://example.com/");
        }
        if (!scheme.equalsIgnoreCase(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null
            || url.getPort() == 0 || url.getPort() > 65_535) {
            throw place.refuse(masked(place) + " is not a URL such as " + scheme + "://example.com/");
        }
        return url;
    }

    /** As written, but for a user's name and password: those are repeated nowhere. */
    static Place masked(Place place) {
        return new Place(place.path(), place.text().replaceFirst("(?s)^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", "$1…@"));
    }

    /** {@code PORT}, {@code HOST:PORT}, {@code [IPv6]:PORT} or a URL; kept as written, without a user's name and password. */
    static String service(Place written) {
        String text = written.text().replaceFirst("^([A-Za-z][A-Za-z0-9+.-]{0,15}://)[^/?#@]*@(?=[^/?#@]+)", "$1");
        Place place = new Place(written.path(), text);
        if (text.isBlank()) {
            throw place.refuse("nothing is asked for; write PORT, HOST:PORT, [IPv6]:PORT or a URL");
        }
        if (text.contains("://")) {
            String scheme = text.substring(0, text.indexOf("://"));
            return url(place, scheme.matches("[A-Za-z][A-Za-z0-9+.-]{0,15}") ? scheme : "http").toString();
        }
        int colon = text.lastIndexOf(':');
        port(text.substring(colon + 1), place);
        if (colon >= 0) {
            host(text.substring(0, colon), place);
        }
        return text;
    }

    private static void host(String host, Place place) {
        if (host.startsWith("[") && host.endsWith("]")) {
            address(host.substring(1, host.length() - 1), place);
        } else if (!isName(host)) {
            if (host.indexOf(':') >= 0) {
                throw place.refuse(masked(place) + " is not PORT, HOST:PORT, [IPv6]:PORT or a URL; an IPv6 address needs brackets");
            }
            address(host, place);
        }
    }
}
