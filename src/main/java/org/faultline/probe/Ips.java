package org.faultline.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.faultline.host.NetworkState.Address;

/** Addresses as people write them: IPv6 with its zeros left out (RFC 5952), without the scope. */
public final class Ips {

    private Ips() { }

    static String text(Address address) {
        return text(address.address()) + "/" + address.prefixLength();
    }

    public static String text(InetAddress address) {
        String text = Ways.plain(address);
        return address instanceof Inet6Address ? shortened(text) : text;
    }

    /** The longest run of two or more zero groups, the first of equals, becomes {@code ::}. */
    private static String shortened(String groups) {
        String[] parts = groups.split(":");
        int start = 0;
        int length = 1;
        for (int i = 0; i < parts.length; i++) {
            int run = 0;
            while (i + run < parts.length && parts[i + run].equals("0")) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (length < 2) {
            return groups;
        }
        return String.join(":", Arrays.copyOfRange(parts, 0, start)) + "::"
            + String.join(":", Arrays.copyOfRange(parts, start + length, parts.length));
    }
}
