package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.FIREWALL_BLOCKS_OUTPUT;
import static org.faultline.model.Fault.GATEWAY_ABSENT;
import static org.faultline.model.Fault.GATEWAY_IMPOSTOR;
import static org.faultline.model.Fault.GATEWAY_LOSSY;
import static org.faultline.model.Fault.GATEWAY_SLOW;
import static org.faultline.model.Fault.GATEWAY_UNRESPONSIVE;
import static org.faultline.model.Fault.IPV4_ROUTE_MISSING;
import static org.faultline.model.Fault.ROUTE_COMPETING;
import static org.faultline.model.Fault.ROUTE_MISSING;
import static org.faultline.model.Fault.VPN_CAPTURED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;
import org.faultline.lab.net.SecondAdapter;
import org.faultline.lab.net.Tunnel;

/** The fourth stage: the way to the gateway, and what on this computer stands before it. */
final class GatewayFaults {
    /** Everything but what finds neighbours. */
    private static final String[] ALL_BUT_NEIGHBOUR_DISCOVERY = {
        "meta nfproto ipv4 drop",
        "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-solicit, nd-router-advert } accept",
        "meta nfproto ipv6 drop"};
    private static final String WRONG_MAC = "02:66:66:66:66:66";

    private GatewayFaults() {
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(routes());
        all.addAll(neighbour());
        all.addAll(quality());
        all.addAll(ownMachine());
        return all;
    }

    private static List<Case> routes() {
        return List.of(
            fault(ROUTE_MISSING, "no-default", Speed.STATE, GatewayFaults::noDefault),
            fault(ROUTE_MISSING, "only-a-static-route", Speed.STATE, lab -> {
                noDefault(lab);
                lab.host().ip("route add 10.0.0.0/8 via " + Plan.GATEWAY);
            }),
            fault(IPV4_ROUTE_MISSING, "ipv6-still-leads-out", Speed.SILENT, lab -> lab.host().ip("route del default")),
            fault(ROUTE_COMPETING, "dead-second-adapter", Speed.GATEWAY_DEAD, lab -> {
                SecondAdapter.plugInto(lab).ip("addr flush dev lan1");
                preferSecond(lab);
            }),
            fault(ROUTE_COMPETING, "preferred-router-offline", Speed.SILENT, lab -> {
                SecondAdapter.plugInto(lab).filter("forward", "drop");
                preferSecond(lab);
            }),
            fault(ROUTE_COMPETING, "wrong-gateway-on-same-link", Speed.GATEWAY_DEAD, lab -> lab.host().ip(
                "route add default via 192.168.1.254 dev eth0 metric 50", "route add default via fe80::254 dev eth0 metric 50")),
            fault(VPN_CAPTURED, "two-halves", Speed.SILENT, lab -> {
                Tunnel.connectDead(lab);
                Tunnel.takeEverything(lab);
            }),
            fault(VPN_CAPTURED, "default-route", Speed.SILENT, lab -> {
                Tunnel.connectDead(lab);
                lab.host().ip("route add default dev tun0 metric 10",
                    "route add default dev tun0 metric 10 proto static via fd08::1");
            }));
    }

    private static List<Case> neighbour() {
        return List.of(
            fault(GATEWAY_ABSENT, "router-off", Speed.GATEWAY_DEAD, lab -> lab.router().ip("addr flush dev lan0")),
            fault(GATEWAY_ABSENT, "wrong-address", Speed.GATEWAY_DEAD, lab -> lab.host().ip(
                "route replace default via 192.168.1.254 dev eth0 proto dhcp metric 100",
                "route replace default via fe80::254 dev eth0 proto ra metric 100")),
            fault(GATEWAY_ABSENT, "arp-unanswered", Speed.GATEWAY_DEAD, lab -> lab.router().ip("link set lan0 arp off")
                .filter("input", "icmpv6 type nd-neighbor-solicit drop")),
            fault(GATEWAY_UNRESPONSIVE, "drops-everything", Speed.SILENT, lab -> lab.router()
                .filter("prerouting", ALL_BUT_NEIGHBOUR_DISCOVERY)),
            fault(GATEWAY_UNRESPONSIVE, "answers-nothing", Speed.SILENT, lab -> lab.router()
                .filter("input", ALL_BUT_NEIGHBOUR_DISCOVERY).filter("forward", "drop")),
            fault(GATEWAY_IMPOSTOR, "wrong-address-pinned", Speed.SILENT, lab -> lab.host().ip(
                "neigh replace " + Plan.GATEWAY + " lladdr " + WRONG_MAC + " dev eth0 nud permanent",
                "neigh replace " + Plan.GATEWAY6 + " lladdr " + WRONG_MAC + " dev eth0 nud permanent")));
    }

    private static List<Case> quality() {
        return List.of(
            fault(GATEWAY_LOSSY, "a-third-towards-it", Speed.LOSS, lab -> lab.router().lose("prerouting", 33, "iifname lan0")),
            fault(GATEWAY_LOSSY, "a-third-of-answers", Speed.LOSS, lab -> lab.router().lose("postrouting", 33, "oifname lan0")),
            fault(GATEWAY_SLOW, "150-ms", Speed.SILENT, lab -> lab.slowLan(Duration.ofMillis(75), Duration.ZERO)),
            fault(GATEWAY_SLOW, "200-ms-and-jitter", Speed.SILENT, lab -> lab.slowLan(Duration.ofMillis(90),
                Duration.ofMillis(30))));
    }

    private static List<Case> ownMachine() {
        return List.of(
            fault(FIREWALL_BLOCKS_OUTPUT, "output-drop", Speed.SILENT, lab -> lab.host().filter("output", "oifname != lo drop")),
            fault(FIREWALL_BLOCKS_OUTPUT, "output-reject", Speed.ANSWERED, lab -> lab.host().filter("output",
                "oifname != lo reject")),
            fault(FIREWALL_BLOCKS_OUTPUT, "kill-switch-lan-allowed", Speed.SILENT, lab -> lab.host().filter("output",
                "oifname lo accept", "ip daddr 192.168.1.0/24 accept",
                    "ip6 daddr { fe80::/10, ff00::/8, 2a02:77:1::/64 } accept", "drop")),
            fault(FIREWALL_BLOCKS_OUTPUT, "input-drop", Speed.SILENT, lab -> lab.host().filter("input", "iifname lo accept",
                "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept", "drop")),
            fault(FIREWALL_BLOCKS_OUTPUT, "rule-blackhole", Speed.STATE, lab -> ruleForAll(lab, "blackhole")),
            fault(FIREWALL_BLOCKS_OUTPUT, "rule-prohibit", Speed.STATE, lab -> ruleForAll(lab, "prohibit")),
            fault(FIREWALL_BLOCKS_OUTPUT, "rule-unreachable", Speed.STATE, lab -> ruleForAll(lab, "unreachable")));
    }

    private static void noDefault(Lab lab) {
        lab.host().ip("route del default").ip6("route del default");
    }

    private static void preferSecond(Lab lab) {
        lab.host().ip("route add default via " + SecondAdapter.GATEWAY + " dev eth1 metric 50",
            "route add default via " + SecondAdapter.GATEWAY6 + " dev eth1 metric 50");
    }

    /** A policy rule between the table of local addresses and all others. */
    private static void ruleForAll(Lab lab, String action) {
        lab.host().ip("rule add pref 100 " + action).ip6("rule add pref 100 " + action);
    }
}
