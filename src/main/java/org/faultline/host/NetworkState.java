package org.faultline.host;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The machine's links, addresses, routes, policy rules and neighbours at one moment.
 *
 * @param ipv6 what the system says about IPv6 as a whole
 */
public record NetworkState(List<Link> links, List<Address> addresses, List<Route> routes, List<Rule> rules,
                           List<Neighbour> neighbours, Ipv6Support ipv6) {

    public NetworkState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        neighbours = List.copyOf(neighbours);
    }

    public Optional<Link> link(String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    public Optional<Neighbour> neighbour(InetAddress address) {
        return neighbours.stream().filter(neighbour -> neighbour.address().equals(address)).findFirst();
    }

    public List<Address> addressesOf(String link) {
        return addresses.stream().filter(address -> address.link().equals(link)).toList();
    }

    /**
     * IPv6 on this machine.
     *
     * @param inKernel    false when the kernel has none at all ({@code ipv6.disable=1})
     * @param disabledAll {@code net.ipv6.conf.all.disable_ipv6}
     * @param disabledOnLoopback {@code net.ipv6.conf.lo.disable_ipv6}
     */
    public record Ipv6Support(boolean inKernel, boolean disabledAll, boolean disabledOnLoopback) { }

    /**
     * One network interface.
     *
     * @param adminUp       switched on (IFF_UP)
     * @param carrier       has a live link; empty when switched off or unknown
     * @param operState     RFC 2863 state in lower case: {@code up}, {@code down}, {@code lowerlayerdown}, {@code dormant}, {@code unknown}…
     * @param mac           lower-case, colon separated; empty if none
     * @param mtu           bytes
     * @param carrierChanges how often the link went up or down since it exists
     * @param duplex        {@code full}, {@code half} or empty
     * @param speedMbit     megabits a second, 0 when unknown
     * @param wifi          for a wireless link: association and signal
     */
    public record Link(int index, String name, Kind kind, boolean adminUp, Optional<Boolean> carrier, String operState, String mac,
                       int mtu, long carrierChanges, String duplex, int speedMbit, LinkCounters counters, Optional<Wifi> wifi,
                       boolean radioOff) {

        public boolean loopback() {
            return kind == Kind.LOOPBACK;
        }

        /** Tunnels and other links without neighbours. */
        public boolean tunnel() {
            return kind == Kind.TUNNEL;
        }

        /** A link by which this machine may reach others: neither loopback nor a bridge or pair of its own making. */
        public boolean outward() {
            return kind == Kind.ETHERNET || kind == Kind.WIFI || kind == Kind.MOBILE;
        }
    }

    /** {@code VIRTUAL}: made by software for this machine's own guests (bridges, container pairs, taps of hypervisors). */
    public enum Kind { LOOPBACK, ETHERNET, WIFI, MOBILE, TUNNEL, VIRTUAL }

    /** Packets since the link exists. */
    public record LinkCounters(long rxPackets, long txPackets, long rxErrors, long txErrors, long rxDropped, long txDropped) { }

    /**
     * @param signalPercent 0 to 100, empty when unknown
     * @param ssid empty when unknown
     */
    public record Wifi(boolean associated, Optional<Integer> signalPercent, String ssid) { }

    /**
     * An address on a link.
     *
     * @param prefixLength in bits
     * @param dadFailed    IPv6 duplicate address detection found another owner (RFC 4862)
     * @param deprecated   its preferred lifetime is over
     * @param origin       {@code static}, {@code dhcp}, {@code ra} or {@code unknown}
     */
    public record Address(String link, InetAddress address, int prefixLength, boolean dadFailed, boolean tentative,
                          boolean deprecated, String origin) {

        /** Whether the other address lies in this one's prefix. */
        public boolean covers(InetAddress other) {
            return Prefix.of(address, prefixLength).contains(other);
        }
    }

    /**
     * One route.
     *
     * @param type    as iproute2 names it: {@code unicast}, {@code local}, {@code blackhole}, {@code unreachable}, {@code prohibit}, {@code throw}…
     * @param table   254 is main, 255 local
     * @param link    outgoing interface; empty for rejecting routes
     * @param linkDown the kernel marks it unusable because its link has no carrier
     */
    public record Route(Prefix destination, String type, int table, Optional<InetAddress> gateway, String link, long metric,
                        boolean linkDown, String origin) {

        public boolean isDefault() {
            return destination.length() == 0 && type.equals("unicast");
        }
    }

    /**
     * One policy rule ({@code ip rule}).
     *
     * @param family 4 or 6
     * @param action {@code lookup}, {@code blackhole}, {@code unreachable}, {@code prohibit}…
     * @param table  the table looked up, 0 for other actions
     * @param from   source prefix it is limited to; likewise {@code to}
     * @param limitedTo what else it is limited to in iproute2's words ({@code fwmark 0x1}, {@code iif eth0}); empty if nothing
     */
    public record Rule(int family, long priority, String action, int table, Optional<Prefix> from, Optional<Prefix> to,
                       String limitedTo) { }

    /**
     * What the machine knows of a neighbour on the link (ARP, RFC 826; NDP, RFC 4861).
     *
     * @param state {@code reachable}, {@code stale}, {@code delay}, {@code probe}, {@code incomplete}, {@code failed}, {@code permanent}, {@code noarp}
     * @param mac   empty if unknown
     */
    public record Neighbour(InetAddress address, String link, String state, String mac, boolean router) { }
}
