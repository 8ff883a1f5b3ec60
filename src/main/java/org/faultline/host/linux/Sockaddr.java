package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** {@code struct sockaddr_in} and {@code sockaddr_in6} (ip(7), ipv6(7)), and IP addresses from raw bytes. */
final class Sockaddr {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    /** Room for the larger of the two, and for {@code sockaddr_ll}. */
    static final int SIZE = 28;

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final int V4_SIZE = 16;
    private static final int V6_ADDRESS_AT = 8;
    private static final int V6_SCOPE_AT = 24;
    private static final ValueLayout.OfShort NETWORK_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Sockaddr() { }

    static int family(InetAddress address) {
        return address instanceof Inet4Address ? AF_INET : AF_INET6;
    }

    /** Writes it and returns its length; the scope of a link-local address goes along. */
    static int write(MemorySegment into, InetSocketAddress name) {
        into.asSlice(0, SIZE).fill((byte) 0);
        byte[] address = name.getAddress().getAddress();
        into.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) family(name.getAddress()));
        into.set(NETWORK_SHORT, 2, (short) name.getPort());
        boolean v4 = address.length == 4;
        MemorySegment.copy(address, 0, into, JAVA_BYTE, v4 ? 4 : V6_ADDRESS_AT, address.length);
        if (name.getAddress() instanceof Inet6Address scoped) {
            into.set(ValueLayout.JAVA_INT_UNALIGNED, V6_SCOPE_AT, scoped.getScopeId());
        }
        return v4 ? V4_SIZE : SIZE;
    }

    static Optional<InetSocketAddress> read(MemorySegment name) {
        return read(ByteBuffer.wrap(name.asSlice(0, Math.min(SIZE, name.byteSize())).toArray(JAVA_BYTE)));
    }

    /** The address in a buffer from its position on; nothing for another family or one that is cut short. */
    static Optional<InetSocketAddress> read(ByteBuffer buffer) {
        ByteBuffer name = buffer.slice().order(ByteOrder.nativeOrder());
        if (name.remaining() < 8) {
            return Optional.empty();
        }
        int port = ((name.get(2) & 0xFF) << 8) | (name.get(3) & 0xFF);
        return switch (name.getShort(0)) {
            case AF_INET -> Optional.of(new InetSocketAddress(ip(bytes(name, 4, 4), 0), port));
            case AF_INET6 -> name.remaining() < SIZE ? Optional.empty()
                : Optional.of(new InetSocketAddress(ip(bytes(name, V6_ADDRESS_AT, 16), name.getInt(V6_SCOPE_AT)), port));
            default -> Optional.empty();
        };
    }

    /**
     * An address from its 4 or 16 bytes. An IPv4-mapped one stays IPv6, as the kernel has it.
     *
     * @param link index of the link that a link-local IPv6 address is valid on; not used for others
     */
    static InetAddress ip(byte[] address, int link) {
        try {
            return address.length == 16
                ? Inet6Address.getByAddress(null, address, linkLocal(address) && link > 0 ? link : -1)
                : InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(address.length + " bytes are no address", impossible);
        }
    }

    /** The IPv4 address in an IPv4-mapped one (RFC 4291, 2.5.5.2), where an IPv6 socket serves IPv4; any other as it is. */
    static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length == 16 && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return mapped ? ip(Arrays.copyOfRange(bytes, MAPPED.length, bytes.length), 0) : address;
    }

    private static boolean linkLocal(byte[] address) {
        boolean unicast = (address[0] & 0xFF) == 0xFE && (address[1] & 0xC0) == 0x80;
        boolean multicast = (address[0] & 0xFF) == 0xFF && (address[1] & 0x0F) == 0x02;
        return unicast || multicast;
    }

    private static byte[] bytes(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return bytes;
    }
}
