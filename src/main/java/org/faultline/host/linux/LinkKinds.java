package org.faultline.host.linux;

import java.util.List;
import java.util.Set;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.linux.LinkMessages.RawLink;

/**
 * What a link is to this machine. Rules, first match wins:
 * <ol>
 * <li>loopback by hardware type;
 * <li>Wi-Fi and mobile by the DEVTYPE that the kernel gives them, or raw-IP modem hardware;
 * <li>tunnel by driver (WireGuard, GRE, ...) or by hardware type (no link layer: tun, PPP, IP in IP);
 * <li>a bridge with real hardware among its ports is how this machine goes out: Ethernet. Any other bridge is for guests;
 * <li>made for guests: taps, ports of a bridge that are a container's pair, dummies, and what hypervisors name their own;
 * <li>everything else, also a container's own end of a pair: Ethernet.
 * </ol>
 */
final class LinkKinds {

    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_PPP = 512;
    private static final int ARPHRD_RAWIP = 519;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final Set<Integer> TUNNEL_HARDWARE = Set.of(ARPHRD_PPP, 768, 769, 776, 778, 823, 65534);
    private static final Set<String> TUNNEL_DRIVERS = Set.of("wireguard", "amneziawg", "ovpn", "ppp", "gre", "gretap", "ip6gre",
        "ip6gretap", "ipip", "ip6tnl", "sit", "vti", "vti6", "xfrm", "erspan", "ip6erspan", "l2tp");
    private static final Set<String> GUEST_DRIVERS = Set.of("tun", "macvtap", "ipvtap", "dummy", "ifb", "vxlan", "geneve",
        "openvswitch", "nlmon", "vcan", "can", "vxcan", "vsockmon", "netdevsim", "hsr", "batadv");
    private static final List<String> GUEST_NAMES = List.of("vmnet", "vboxnet");

    private LinkKinds() { }

    /** @param deviceType DEVTYPE of its uevent, such as {@code wlan}; empty if it has none */
    static Kind of(RawLink link, String deviceType, List<RawLink> all) {
        if (link.hardware() == ARPHRD_LOOPBACK) {
            return Kind.LOOPBACK;
        }
        if (deviceType.equals("wlan")) {
            return Kind.WIFI;
        }
        if (deviceType.equals("wwan") || link.driver().equals("wwan") || link.driver().equals("rmnet")
            || link.hardware() == ARPHRD_RAWIP) {
            return Kind.MOBILE;
        }
        if (TUNNEL_DRIVERS.contains(link.driver()) || TUNNEL_HARDWARE.contains(link.hardware())) {
            return Kind.TUNNEL;
        }
        if (link.driver().equals("bridge")) {
            return hasHardwarePort(link, all) ? Kind.ETHERNET : Kind.VIRTUAL;
        }
        return forGuests(link, all) ? Kind.VIRTUAL : Kind.ETHERNET;
    }

    private static boolean hasHardwarePort(RawLink bridge, List<RawLink> all) {
        return all.stream().anyMatch(port -> port.master() == bridge.index() && port.hardware() == ARPHRD_ETHER
            && (port.driver().isEmpty() || port.driver().equals("bond") || port.driver().equals("vlan")));
    }

    private static boolean forGuests(RawLink link, List<RawLink> all) {
        return GUEST_DRIVERS.contains(link.driver())
            || link.driver().equals("veth") && bridged(link, all)
            || GUEST_NAMES.stream().anyMatch(link.name()::startsWith);
    }

    private static boolean bridged(RawLink link, List<RawLink> all) {
        return link.master() != 0
            && all.stream().noneMatch(master -> master.index() == link.master() && master.driver().equals("vrf"));
    }
}
