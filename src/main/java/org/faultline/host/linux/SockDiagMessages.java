package org.faultline.host.linux;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Transport;

/** Asks for and reads sockets (sock_diag(7), {@code linux/inet_diag.h}). Pure. */
final class SockDiagMessages {

    static final int BY_FAMILY = 20;

    private static final int REQUEST = 56;

    /** {@code struct inet_diag_msg}. */
    private static final int FIXED = 72;
    private static final int SKV6ONLY = 11;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int LISTENING = 1 << 10;

    /** A UDP socket that is bound but not connected is in the state CLOSE. */
    private static final int UNCONNECTED = 1 << 7;

    /** @param queued connections that wait; {@code backlog} the most that may; both 0 for UDP */
    record RawListener(Transport transport, InetAddress address, int port, boolean v6Only, int uid, long inode, int queued,
        int backlog) { }

    private SockDiagMessages() { }

    /** {@code struct inet_diag_req_v2}: every listening TCP or bound UDP socket of the family. */
    static byte[] request(Transport transport, int family) {
        ByteBuffer body = ByteBuffer.allocate(REQUEST).order(ByteOrder.nativeOrder());
        body.put((byte) family).put((byte) (transport == Transport.TCP ? IPPROTO_TCP : IPPROTO_UDP)).putShort((short) 0)
            .putInt(transport == Transport.TCP ? LISTENING : UNCONNECTED);
        return body.array();
    }

    static List<RawListener> listeners(byte[] dump, Transport transport) {
        return NetlinkMessages.read(dump, BY_FAMILY, message -> listener(message, transport));
    }

    private static Optional<RawListener> listener(ByteBuffer message, Transport transport) {
        if (message.remaining() < FIXED) {
            return Optional.empty();
        }
        int family = message.get(0) & 0xFF;
        int size = family == Sockaddr.AF_INET ? 4 : 16;
        int link = message.getInt(40);
        int port = (message.get(4) & 0xFF) << 8 | message.get(5) & 0xFF;
        boolean tcp = transport == Transport.TCP;
        boolean v6Only = Attributes.after(message, FIXED).u8(SKV6ONLY, 0) == 1;
        Optional<InetAddress> address = Attributes.address(message.slice(8, size), family, link).map(Sockaddr::unmapped);
        return address.filter(_ -> port > 0).map(known -> new RawListener(transport, known, port, v6Only,
            message.getInt(64), message.getInt(68) & 0xFFFFFFFFL,
            tcp ? Math.max(0, message.getInt(56)) : 0, tcp ? Math.max(0, message.getInt(60)) : 0));
    }
}
