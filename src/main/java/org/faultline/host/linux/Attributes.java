package org.faultline.host.linux;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The attributes (type, length, value) behind a netlink message's fixed part, found by type. Pure and bounded: an attribute that
 * is cut short ends them, types of {@value #TYPES} and above are passed over, of two with the same type the later counts.
 */
final class Attributes {

    private static final int TYPES = 64;
    private static final int HEADER = 4;
    private static final int TYPE_MASK = 0x3FFF;

    private final ByteBuffer[] values = new ByteBuffer[TYPES];

    private Attributes() { }

    static Attributes after(ByteBuffer message, int fixedPart) {
        return message.remaining() <= fixedPart ? new Attributes()
            : of(message.slice(fixedPart, message.remaining() - fixedPart));
    }

    static Attributes of(ByteBuffer nest) {
        ByteBuffer buffer = nest.slice().order(ByteOrder.nativeOrder());
        Attributes attributes = new Attributes();
        int at = 0;
        while (buffer.limit() - at >= HEADER) {
            int length = buffer.getShort(at) & 0xFFFF;
            int type = buffer.getShort(at + 2) & TYPE_MASK;
            if (length < HEADER || length > buffer.limit() - at) {
                break;
            }
            if (type < TYPES) {
                attributes.values[type] = buffer.slice(at + HEADER, length - HEADER).order(ByteOrder.nativeOrder());
            }
            at += NetlinkMessages.aligned(length);
        }
        return attributes;
    }

    Optional<ByteBuffer> get(int type) {
        return Optional.ofNullable(values[type]);
    }

    boolean has(int type) {
        return values[type] != null;
    }

    /** An unsigned 8-bit number, or the default where there is none. */
    int u8(int type, int otherwise) {
        return longEnough(type, Byte.BYTES) ? values[type].get(0) & 0xFF : otherwise;
    }

    /** An unsigned 32-bit number. */
    long u32(int type, long otherwise) {
        return longEnough(type, Integer.BYTES) ? values[type].getInt(0) & 0xFFFFFFFFL : otherwise;
    }

    int s32(int type, int otherwise) {
        return longEnough(type, Integer.BYTES) ? values[type].getInt(0) : otherwise;
    }

    /** A text that ends at its length or its first NUL; empty where there is none. */
    String text(int type) {
        if (!has(type)) {
            return "";
        }
        byte[] bytes = bytes(values[type]);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** An IP address of the family, with the link as its scope if it is link-local; nothing if its length is another. */
    Optional<InetAddress> address(int type, int family, int link) {
        return get(type).flatMap(value -> address(value, family, link));
    }

    static Optional<InetAddress> address(ByteBuffer value, int family, int link) {
        int size = family == Sockaddr.AF_INET ? 4 : family == Sockaddr.AF_INET6 ? 16 : -1;
        return value.remaining() == size ? Optional.of(Sockaddr.ip(bytes(value), link)) : Optional.empty();
    }

    /** A hardware address of six bytes as text; empty for any other, and for all zero. */
    String mac(int type) {
        if (!has(type) || values[type].remaining() != 6) {
            return "";
        }
        byte[] mac = bytes(values[type]);
        String text = MacAddress.text(mac);
        return text.equals(MacAddress.NONE) ? "" : text;
    }

    private boolean longEnough(int type, int bytes) {
        return has(type) && values[type].remaining() >= bytes;
    }

    static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
