package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.ADAPTER_DISABLED;
import static org.faultline.model.Fault.ADAPTER_MISSING;
import static org.faultline.model.Fault.ADDRESS_DUPLICATE;
import static org.faultline.model.Fault.ADDRESS_FOREIGN;
import static org.faultline.model.Fault.ADDRESS_MISSING;
import static org.faultline.model.Fault.ANSWERS_FILTERED;
import static org.faultline.model.Fault.DHCP_FAILED;
import static org.faultline.model.Fault.LINK_FLAPPING;
import static org.faultline.model.Fault.NETMASK_WRONG;
import static org.faultline.model.Fault.NO_CARRIER;

import java.time.Duration;
import java.util.List;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Node;
import org.faultline.lab.net.Plan;
import org.faultline.lab.net.SecondAdapter;
import org.faultline.lab.server.NameServer;

/** The third stage: the adapter and its addresses. */
final class InterfaceFaults {
    private static final String STRANGER_MAC = "02:77:00:00:00:66";

    private InterfaceFaults() {
    }

    static List<Case> all() {
        return List.of(
            fault(ADAPTER_MISSING, "none", Speed.STATE, lab -> lab.host().ip("link del eth0")),
            fault(ADAPTER_DISABLED, "switched-off", Speed.STATE, lab -> lab.host().linkDown("eth0")),
            fault(ADAPTER_DISABLED, "all-of-two", Speed.STATE, lab -> {
                SecondAdapter.plugInto(lab);
                lab.host().linkDown("eth0").linkDown("eth1");
            }),
            fault(NO_CARRIER, "cable-out", Speed.STATE, lab -> lab.router().linkDown("lan0")),
            fault(NO_CARRIER, "cable-out-no-address", Speed.STATE, lab -> {
                lab.router().linkDown("lan0");
                lab.host().ip("addr flush dev eth0");
            }),
            fault(ADDRESS_MISSING, "none-at-all", Speed.STATE, lab -> lab.host().ip("addr flush dev eth0")),
            fault(ADDRESS_MISSING, "link-local-ipv6-only", Speed.STATE, lab -> {
                lab.host().ip("addr del 192.168.1.10/24 dev eth0", "addr del 2a02:77:1::10/64 dev eth0");
                lab.host().ip6("route del default");
            }),
            fault(DHCP_FAILED, "apipa", Speed.STATE, lab -> lab.host().ip("addr flush dev eth0",
                "addr add 169.254.13.37/16 dev eth0")),
            fault(DHCP_FAILED, "apipa-and-link-local", Speed.STATE, lab -> {
                lab.host().ip("addr del 192.168.1.10/24 dev eth0", "addr del 2a02:77:1::10/64 dev eth0",
                    "addr add 169.254.200.1/16 dev eth0");
                lab.host().ip6("route del default");
            }),
            fault(ADDRESS_DUPLICATE, "ipv6-detected", Speed.STATE, InterfaceFaults::duplicateIpv6),
            fault(ADDRESS_DUPLICATE, "ipv4-another-machine", Speed.GATEWAY_DEAD, InterfaceFaults::duplicateIpv4),
            fault(NETMASK_WRONG, "too-wide", Speed.GATEWAY_DEAD, InterfaceFaults::strangersOnTheLink),
            fault(NETMASK_WRONG, "gateway-outside", Speed.GATEWAY_DEAD, lab -> lab.host().ip(
                "route replace default via 192.168.111.1 dev eth0 onlink metric 100")),
            fault(ADDRESS_FOREIGN, "left-from-another-network", Speed.GATEWAY_DEAD, lab -> {
                lab.host().ip("addr del 192.168.1.10/24 dev eth0", "addr add 10.20.30.40/24 dev eth0",
                    "route add default via 10.20.30.1 dev eth0 proto static");
                lab.launch().privileged();
            }),
            fault(ANSWERS_FILTERED, "return-path-differs", Speed.SILENT, InterfaceFaults::answersOnTheOtherAdapter),
            fault(LINK_FLAPPING, "five-a-second", Speed.LOSS, InterfaceFaults::flap));
    }

    /** In a network 10.77.0.0/24 somebody typed 248.0.0.0 for a mask: all from 8.0.0.0 to 15.255.255.255 seem neighbours. */
    private static void strangersOnTheLink(Lab lab) {
        lab.router().ip("addr add 10.77.0.1/24 dev lan0");
        lab.host().ip("addr del 192.168.1.10/24 dev eth0", "addr add 10.77.0.10/5 dev eth0",
            "route add default via 10.77.0.1 dev eth0");
        lab.host().resolvers("10.77.0.1");
        NameServer.on(lab.router().doors(), lab.router().dns().manner(), Plan.address("10.77.0.1"));
    }

    /** The router already has the address; the kernel's own detection finds out and marks it. */
    private static void duplicateIpv6(Lab lab) {
        lab.router().ip("addr add 2a02:77:1::10/64 dev lan0 nodad");
        lab.host().sysctl("net/ipv6/conf/eth0/accept_dad", "1").sysctl("net/ipv6/conf/eth0/dad_transmits", "1")
            .sysctl("net/ipv6/neigh/eth0/retrans_time_ms", "30");
        lab.host().ip("addr del 2a02:77:1::10/64 dev eth0", "addr add 2a02:77:1::10/64 dev eth0");
        lab.host().awaitOutput("ip -6 addr show dev eth0", "dadfailed");
    }

    /** Another machine on the same cable has our address, and the router has learned that one. */
    private static void duplicateIpv4(Lab lab) {
        Node stranger = lab.machine("stranger");
        lab.router().ip("link add link lan0 name twin0 address " + STRANGER_MAC + " type macvlan mode bridge",
            "link set twin0 netns " + stranger.space().path());
        stranger.ip("link set twin0 up", "addr add " + Plan.HOST + "/24 dev twin0");
        lab.router().ip("neigh replace " + Plan.HOST + " lladdr " + STRANGER_MAC + " dev lan0 nud permanent");
        lab.launch().privileged();
    }

    /** Requests leave by eth0, answers come in by eth1, and the strict reverse path filter drops them. */
    private static void answersOnTheOtherAdapter(Lab lab) {
        lab.host().ip("link add eth1 index 12 type veth peer name lan1 index 23 netns " + lab.router().space().path());
        lab.router().ip("link set lan1 up", "addr add 192.168.2.1/24 dev lan1", "addr add fe80::78:1/64 dev lan1 nodad");
        lab.host().ip("link set eth1 up", "addr add 192.168.2.10/24 dev eth1");
        lab.host().sysctl("net/ipv4/conf/all/rp_filter", "1").sysctl("net/ipv4/conf/eth1/rp_filter", "1");
        // Else the router asks with its other address for the neighbour on lan1, which the strict filter ignores as well.
        lab.router().sysctl("net/ipv4/conf/lan1/arp_announce", "2");
        lab.router().ip("route add " + Plan.HOST + "/32 via 192.168.2.10 dev lan1");
        lab.router().filter("forward", "meta nfproto ipv6 drop");
    }

    private static void flap(Lab lab) {
        lab.router().sysctl("net/ipv6/conf/lan0/keep_addr_on_down", "1");
        lab.repeat(Duration.ofMillis(120), () -> lab.router().ip("link set lan0 down", "link set lan0 up"));
    }
}
