package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** ARP packets for IPv4 over Ethernet (RFC 826) and the link addresses they travel with ({@code struct sockaddr_ll}). Pure. */
final class ArpPacket {

    static final int ETHERTYPE = 0x0806;
    static final int HARDWARE = 6;
    static final int SIZE = 28;
    static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private static final int AF_PACKET = 17;
    private static final int LINK_ADDRESS = 20;
    private static final int SENDER_HARDWARE_AT = 8;
    private static final int SENDER_AT = 14;

    private ArpPacket() { }

    /** Who has the address? Sent from 0.0.0.0, so that nobody's cache is touched (RFC 5227, 2.1). */
    static byte[] probe(byte[] own, byte[] address) {
        return ByteBuffer.allocate(SIZE).putShort((short) 1).putShort((short) 0x0800).put((byte) HARDWARE).put((byte) 4)
            .putShort((short) 1).put(own).putInt(0).put(new byte[HARDWARE]).put(address).array();
    }

    /** The hardware address of somebody else who says, in a request or a reply, that the address is his. */
    static Optional<String> claimant(byte[] packet, byte[] address, byte[] own) {
        if (packet.length < SIZE || packet[0] != 0 || packet[1] != 1 || packet[4] != HARDWARE || packet[5] != 4) {
            return Optional.empty();
        }
        byte[] sender = Arrays.copyOfRange(packet, SENDER_HARDWARE_AT, SENDER_AT);
        boolean claims = Arrays.equals(packet, SENDER_AT, SENDER_AT + 4, address, 0, 4);
        return claims && !Arrays.equals(sender, own) ? Optional.of(MacAddress.text(sender)) : Optional.empty();
    }

    static byte[] linkAddress(int link, byte[] hardware) {
        ByteBuffer address = ByteBuffer.allocate(LINK_ADDRESS).order(ByteOrder.nativeOrder()).putShort((short) AF_PACKET);
        address.order(ByteOrder.BIG_ENDIAN).putShort((short) ETHERTYPE);
        address.order(ByteOrder.nativeOrder()).putInt(link).putShort((short) 0)
            .put((byte) 0).put((byte) hardware.length).put(hardware);
        return address.array();
    }

    /** From a {@code sockaddr_ll}; empty if it is cut short. */
    static byte[] hardwareAddress(byte[] linkAddress) {
        int length = linkAddress.length < 12 ? 0 : linkAddress[11] & 0xFF;
        return length > linkAddress.length - 12 ? new byte[0] : Arrays.copyOfRange(linkAddress, 12, 12 + length);
    }
}
