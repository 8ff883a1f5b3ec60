package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.LinkCounters;

/** Reads RTM_NEWLINK (rtnetlink(7), {@code linux/if_link.h}). Pure. */
final class LinkMessages {

    static final int NEW_LINK = 16;
    static final int GET_LINK = 18;

    /** {@code struct ifinfomsg}. */
    static final int FIXED = 16;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_OPERSTATE = 16;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_STATS64 = 23;
    private static final int IFLA_CARRIER = 33;
    private static final int IFLA_CARRIER_CHANGES = 35;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFF_UP = 1;
    private static final List<String> OPERATIONAL =
        List.of("unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up");

    /**
     * A link as the kernel tells it.
     *
     * @param hardware ARPHRD number ({@code linux/if_arp.h})
     * @param driver   its IFLA_INFO_KIND such as {@code bridge}, empty for real hardware
     * @param master   index of the bridge or bond that it is a port of, 0 if none
     */
    record RawLink(int index, String name, int hardware, boolean adminUp, Optional<Boolean> carrier, String operState, String mac,
                   int mtu, long carrierChanges, String driver, int master, LinkCounters counters) { }

    private LinkMessages() { }

    static List<RawLink> links(byte[] dump) {
        return NetlinkMessages.read(dump, NEW_LINK, LinkMessages::link);
    }

    private static Optional<RawLink> link(ByteBuffer message) {
        if (message.remaining() < FIXED) {
            return Optional.empty();
        }
        Attributes attributes = Attributes.after(message, FIXED);
        String name = attributes.text(IFLA_IFNAME);
        boolean up = (message.getInt(8) & IFF_UP) != 0;
        int carrier = attributes.u8(IFLA_CARRIER, -1);
        int operational = attributes.u8(IFLA_OPERSTATE, 0);
        String driver = attributes.get(IFLA_LINKINFO).map(info -> Attributes.of(info).text(IFLA_INFO_KIND)).orElse("");
        return name.isEmpty() ? Optional.empty() : Optional.of(new RawLink(message.getInt(4), name, message.getShort(2) & 0xFFFF,
            up,
            up && carrier >= 0 ? Optional.of(carrier == 1) : Optional.empty(),
            operational < OPERATIONAL.size() ? OPERATIONAL.get(operational) : "unknown",
            attributes.mac(IFLA_ADDRESS), attributes.s32(IFLA_MTU, 0), attributes.u32(IFLA_CARRIER_CHANGES, 0), driver,
            attributes.s32(IFLA_MASTER, 0), attributes.get(IFLA_STATS64).map(LinkMessages::counters).orElse(NOTHING_COUNTED)));
    }

    private static final LinkCounters NOTHING_COUNTED = new LinkCounters(0, 0, 0, 0, 0, 0);

    /** {@code struct rtnl_link_stats64}: packets, bytes, errors, dropped, each received then sent. */
    private static LinkCounters counters(ByteBuffer stats) {
        return stats.remaining() < 8 * Long.BYTES ? NOTHING_COUNTED : new LinkCounters(stats.getLong(0), stats.getLong(8),
            stats.getLong(32), stats.getLong(40), stats.getLong(48), stats.getLong(56));
    }
}
