package org.faultline.host;

import java.net.InetAddress;
import java.util.Arrays;

/** An address prefix such as {@code 192.168.1.0/24} (RFC 4632, RFC 4291). */
public record Prefix(InetAddress address, int length) {

    public Prefix {
        if (length < 0 || length > address.getAddress().length * 8) {
            throw new IllegalArgumentException(address.getHostAddress() + "/" + length);
        }
    }

    public static Prefix of(InetAddress address, int length) {
        return new Prefix(address, length);
    }

    /** Whether the address is of the same family and lies inside. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = length / 8;
        int rest = length % 8;
        return Arrays.equals(mine, 0, whole, theirs, 0, whole)
            && (rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xFF) >> (8 - rest) == 0);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
