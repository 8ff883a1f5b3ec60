package org.faultline.host.linux;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.Prefix;
import org.faultline.host.RouteChoice;

/** Reads RTM_NEWROUTE (rtnetlink(7), {@code linux/rtnetlink.h}). Pure. */
final class RouteMessages {

    static final int NEW_ROUTE = 24;
    static final int GET_ROUTE = 26;

    /** {@code struct rtmsg}. */
    static final int FIXED = 12;
    static final int RTA_DST = 1;
    static final int RTA_OIF = 4;

    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PRIORITY = 6;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTA_MULTIPATH = 9;
    private static final int RTA_TABLE = 15;
    private static final int RTA_VIA = 18;
    private static final int RTAX_MTU = 2;
    private static final int RTNH_F_DEAD = 1;
    private static final int RTNH_F_LINKDOWN = 16;
    private static final int RTM_F_CLONED = 0x200;
    private static final int NEXT_HOP = 8;
    private static final List<String> TYPES = List.of("unspec", "unicast", "local", "broadcast", "anycast", "multicast",
        "blackhole", "unreachable", "prohibit", "throw", "nat");

    private RouteMessages() { }

    /** Every route of every table; a multipath route is one for each of its next hops. */
    static List<Route> routes(byte[] dump, IntFunction<String> linkName) {
        return NetlinkMessages.read(dump, NEW_ROUTE, message -> Optional.of(routes(message, linkName))).stream()
            .flatMap(List::stream).toList();
    }

    private static List<Route> routes(ByteBuffer message, IntFunction<String> linkName) {
        if (message.remaining() < FIXED || (message.getInt(8) & RTM_F_CLONED) != 0) {
            return List.of();
        }
        int family = message.get(0) & 0xFF;
        Attributes attributes = Attributes.after(message, FIXED);
        List<Route> routes = new ArrayList<>();
        destination(message, attributes, family).ifPresent(destination -> {
            for (Hop hop : hops(message, attributes, family)) {
                routes.add(new Route(destination, type(message), (int) attributes.u32(RTA_TABLE, message.get(4) & 0xFF),
                    hop.gateway(), rejects(message) ? "" : linkName.apply(hop.link()), attributes.u32(RTA_PRIORITY, 0),
                    (hop.flags() & (RTNH_F_DEAD | RTNH_F_LINKDOWN)) != 0, origin(message.get(5) & 0xFF)));
            }
        });
        return routes;
    }

    private record Hop(Optional<InetAddress> gateway, int link, int flags) { }

    private static List<Hop> hops(ByteBuffer message, Attributes attributes, int family) {
        Optional<ByteBuffer> several = attributes.get(RTA_MULTIPATH);
        if (several.isPresent()) {
            return nextHops(several.get().slice().order(ByteOrder.nativeOrder()), family);
        }
        int link = attributes.s32(RTA_OIF, 0);
        return List.of(new Hop(gateway(attributes, family, link), link, message.getInt(8)));
    }

    /** {@code struct rtnexthop}, each with attributes of its own. */
    private static List<Hop> nextHops(ByteBuffer several, int family) {
        List<Hop> hops = new ArrayList<>();
        int at = 0;
        while (several.limit() - at >= NEXT_HOP) {
            int length = several.getShort(at) & 0xFFFF;
            if (length < NEXT_HOP || length > several.limit() - at) {
                break;
            }
            int link = several.getInt(at + 4);
            Attributes attributes = Attributes.of(several.slice(at + NEXT_HOP, length - NEXT_HOP));
            hops.add(new Hop(gateway(attributes, family, link), link, several.get(at + 2) & 0xFF));
            at += NetlinkMessages.aligned(length);
        }
        return hops;
    }

    /** RTA_VIA holds a gateway of the other family: an IPv4 route by an IPv6 neighbour (RFC 5549). */
    private static Optional<InetAddress> gateway(Attributes attributes, int family, int link) {
        return attributes.address(RTA_GATEWAY, family, link).or(() -> attributes.get(RTA_VIA)
            .filter(via -> via.remaining() > Short.BYTES)
            .flatMap(via -> Attributes.address(via.slice(2, via.remaining() - 2), via.getShort(0), link)));
    }

    private static Optional<Prefix> destination(ByteBuffer message, Attributes attributes, int family) {
        int length = message.get(1) & 0xFF;
        Optional<InetAddress> named = attributes.has(RTA_DST) ? attributes.address(RTA_DST, family, 0) : wildcard(family);
        return named.filter(address -> length <= address.getAddress().length * 8).map(address -> Prefix.of(address, length));
    }

    private static Optional<InetAddress> wildcard(int family) {
        return family == Sockaddr.AF_INET || family == Sockaddr.AF_INET6
            ? Optional.of(Sockaddr.ip(new byte[family == Sockaddr.AF_INET ? 4 : 16], 0)) : Optional.empty();
    }

    /** The answer to RTM_GETROUTE for one destination; nothing if it is not well-formed. */
    static Optional<RouteChoice> choice(byte[] answer, IntFunction<String> linkName) {
        return NetlinkMessages.read(answer, NEW_ROUTE, message -> choice(message, linkName)).stream().findFirst();
    }

    private static Optional<RouteChoice> choice(ByteBuffer message, IntFunction<String> linkName) {
        if (message.remaining() < FIXED) {
            return Optional.empty();
        }
        int family = message.get(0) & 0xFF;
        Attributes attributes = Attributes.after(message, FIXED);
        int link = attributes.s32(RTA_OIF, 0);
        int mtu = attributes.get(RTA_METRICS).map(metrics -> Attributes.of(metrics).s32(RTAX_MTU, 0)).orElse(0);
        return Optional.of(rejects(message) ? refused(type(message)) : new RouteChoice(type(message),
            gateway(attributes, family, link), linkName.apply(link), attributes.address(RTA_PREFSRC, family, link), mtu));
    }

    static RouteChoice refused(String type) {
        return new RouteChoice(type, Optional.empty(), "", Optional.empty(), 0);
    }

    private static String type(ByteBuffer message) {
        int type = message.get(7) & 0xFF;
        return type < TYPES.size() ? TYPES.get(type) : "unspec";
    }

    /** The kernel names the loopback link in IPv6 rejecting routes, which nothing ever passes. */
    private static boolean rejects(ByteBuffer message) {
        return switch (type(message)) {
            case "blackhole", "unreachable", "prohibit", "throw" -> true;
            default -> false;
        };
    }

    /** rtm_protocol by the names in iproute2's {@code rt_protos}. */
    private static String origin(int protocol) {
        return switch (protocol) {
            case 1 -> "redirect";
            case 2 -> "kernel";
            case 3 -> "boot";
            case 4 -> "static";
            case 9 -> "ra";
            case 11 -> "zebra";
            case 12 -> "bird";
            case 16 -> "dhcp";
            case 186 -> "bgp";
            case 188 -> "ospf";
            case 189 -> "rip";
            default -> "unknown";
        };
    }
}
