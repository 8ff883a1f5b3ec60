package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.faultline.host.NetworkState.Neighbour;

/**
 * Reads RTM_NEWNEIGH (rtnetlink(7), {@code linux/neighbour.h}): every entry in its raw state, also those without a link
 * address.
 */
final class NeighbourMessages {

    static final int NEW_NEIGHBOUR = 28;
    static final int GET_NEIGHBOUR = 30;

    /** {@code struct ndmsg}. */
    static final int FIXED = 12;

    private static final int NDA_DST = 1;
    private static final int NDA_LLADDR = 2;
    private static final int NTF_PROXY = 0x08;
    private static final int NTF_ROUTER = 0x80;

    private NeighbourMessages() { }

    static List<Neighbour> neighbours(byte[] dump, IntFunction<String> linkName) {
        return NetlinkMessages.read(dump, NEW_NEIGHBOUR, message -> neighbour(message, linkName));
    }

    private static Optional<Neighbour> neighbour(ByteBuffer message, IntFunction<String> linkName) {
        if (message.remaining() < FIXED || (message.get(10) & NTF_PROXY) != 0) {
            return Optional.empty();
        }
        Attributes attributes = Attributes.after(message, FIXED);
        int link = message.getInt(4);
        boolean router = (message.get(10) & NTF_ROUTER) != 0;
        return attributes.address(NDA_DST, message.get(0) & 0xFF, link)
            .map(address -> new Neighbour(address, linkName.apply(link),
            state(message.getShort(8) & 0xFFFF), attributes.mac(NDA_LLADDR), router));
    }

    private static String state(int state) {
        return switch (state) {
            case 0x01 -> "incomplete";
            case 0x02 -> "reachable";
            case 0x04 -> "stale";
            case 0x08 -> "delay";
            case 0x10 -> "probe";
            case 0x20 -> "failed";
            case 0x40 -> "noarp";
            case 0x80 -> "permanent";
            default -> "none";
        };
    }
}
