package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * ICMP and ICMPv6 echo messages (RFC 792; RFC 4443, 4.1): header of 8 bytes, then a token that tells ours from everybody else's,
 * then filling. Pure.
 *
 * @param v6         which of the two
 * @param identifier of our requests; with datagram sockets the kernel puts its own there
 * @param secret     starts the payload, as much of it as fits
 */
record IcmpPacket(boolean v6, int identifier, long secret) {

    static final int HEADER = 8;

    private static final int ECHO_4 = 8;
    private static final int REPLY_4 = 0;
    private static final int ECHO_6 = 128;
    private static final int REPLY_6 = 129;
    private static final int IPV4_HEADER = 20;

    /** The checksum is in place for IPv4; for ICMPv6 the kernel makes it (RFC 3542, 3.1). */
    byte[] request(int sequence, int payload) {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + payload);
        packet.put((byte) (v6 ? ECHO_6 : ECHO_4)).put((byte) 0).putShort((short) 0).putShort((short) identifier)
            .putShort((short) sequence);
        packet.put(token(), 0, Math.min(payload, Long.BYTES));
        if (!v6) {
            packet.putShort(2, (short) checksum(packet.array()));
        }
        return packet.array();
    }

    /**
     * The sequence number, if these bytes are a reply to one of our requests.
     *
     * @param raw     from a raw socket, which sees everybody's replies: the identifier must be ours too, and IPv4 comes with its
     * header
     * @param payload bytes of data in our requests
     */
    Optional<Integer> reply(byte[] bytes, boolean raw, int payload) {
        byte[] message = raw && !v6 ? withoutHeader(bytes) : bytes;
        ByteBuffer packet = ByteBuffer.wrap(message);
        int marked = Math.min(payload, Long.BYTES);
        if (message.length < HEADER + marked || (packet.get(0) & 0xFF) != (v6 ? REPLY_6 : REPLY_4)) {
            return Optional.empty();
        }
        boolean ours = Arrays.equals(message, HEADER, HEADER + marked, token(), 0, marked)
            && (!raw || (packet.getShort(4) & 0xFFFF) == identifier);
        return ours ? Optional.of(packet.getShort(6) & 0xFFFF) : Optional.empty();
    }

    /** The time to live in the IPv4 header of a packet from a raw socket; 0 if there is none. */
    static int ttl(byte[] packet) {
        return packet.length >= IPV4_HEADER ? packet[8] & 0xFF : 0;
    }

    /** The sequence number in an ICMP error's quotation of our request, which starts with our ICMP header. */
    Optional<Integer> quoted(byte[] quotation, boolean raw) {
        if (quotation.length < HEADER || (quotation[0] & 0xFF) != (v6 ? ECHO_6 : ECHO_4)) {
            return Optional.empty();
        }
        ByteBuffer packet = ByteBuffer.wrap(quotation);
        return raw && (packet.getShort(4) & 0xFFFF) != identifier ? Optional.empty() : Optional.of(packet.getShort(6) & 0xFFFF);
    }

    private byte[] token() {
        return ByteBuffer.allocate(Long.BYTES).putLong(secret).array();
    }

    private static byte[] withoutHeader(byte[] packet) {
        int header = packet.length == 0 ? 0 : (packet[0] & 0x0F) * 4;
        return header < IPV4_HEADER || header > packet.length ? new byte[0] : Arrays.copyOfRange(packet, header, packet.length);
    }

    /** RFC 1071. */
    private static int checksum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xFF) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0);
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (int) ~sum & 0xFFFF;
    }
}
