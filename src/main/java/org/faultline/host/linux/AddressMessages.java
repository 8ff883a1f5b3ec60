package org.faultline.host.linux;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.faultline.host.NetworkState.Address;

/** Reads RTM_NEWADDR (rtnetlink(7), {@code linux/if_addr.h}). Pure. */
final class AddressMessages {

    static final int NEW_ADDRESS = 20;
    static final int GET_ADDRESS = 22;

    /** {@code struct ifaddrmsg}. */
    static final int FIXED = 8;

    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_FLAGS = 8;
    private static final int IFA_PROTO = 11;
    private static final int TEMPORARY = 0x01;
    private static final int DAD_FAILED = 0x08;
    private static final int DEPRECATED = 0x20;
    private static final int TENTATIVE = 0x40;
    private static final int PERMANENT = 0x80;
    private static final int MANAGE_TEMPORARY = 0x100;
    private static final int KERNEL_LOOPBACK = 1;
    private static final int KERNEL_RA = 2;
    private static final int KERNEL_LINK_LOCAL = 3;

    private AddressMessages() { }

    /** @param linkName from a link's index */
    static List<Address> addresses(byte[] dump, IntFunction<String> linkName) {
        return NetlinkMessages.read(dump, NEW_ADDRESS, message -> address(message, linkName));
    }

    /** IFA_LOCAL is ours; on a point-to-point link IFA_ADDRESS is the other end's. */
    private static Optional<Address> address(ByteBuffer message, IntFunction<String> linkName) {
        if (message.remaining() < FIXED) {
            return Optional.empty();
        }
        Attributes attributes = Attributes.after(message, FIXED);
        int family = message.get(0) & 0xFF;
        int length = message.get(1) & 0xFF;
        int link = message.getInt(4);
        long flags = attributes.u32(IFA_FLAGS, message.get(2) & 0xFF);
        Optional<InetAddress> address = attributes.address(IFA_LOCAL, family, link)
            .or(() -> attributes.address(IFA_ADDRESS, family, link));
        return address.filter(own -> length <= own.getAddress().length * 8)
            .map(own -> new Address(linkName.apply(link), own, length, has(flags, DAD_FAILED), has(flags, TENTATIVE),
                has(flags, DEPRECATED), origin(own, length, flags, attributes.u8(IFA_PROTO, 0))));
    }

    /**
     * Where an address came from, as far as the kernel knows: router advertisements by name (Linux 5.18 on); else one with a
     * limited lifetime was leased (DHCP clients set it) or, if a /64 in IPv6, made from an advertisement; one without is
     * somebody's setting. Loopback and link-local ones made by the kernel itself have none.
     */
    private static String origin(InetAddress address, int length, long flags, int protocol) {
        boolean v6 = address.getAddress().length == 16;
        if (protocol == KERNEL_RA || has(flags, MANAGE_TEMPORARY) || v6 && has(flags, TEMPORARY)) {
            return "ra";
        }
        if (protocol == KERNEL_LOOPBACK || protocol == KERNEL_LINK_LOCAL || v6 && address.isLinkLocalAddress()
            || address.isLoopbackAddress()) {
            return "unknown";
        }
        if (has(flags, PERMANENT)) {
            return "static";
        }
        return v6 && length == 64 ? "ra" : "dhcp";
    }

    private static boolean has(long flags, int flag) {
        return (flags & flag) != 0;
    }
}
