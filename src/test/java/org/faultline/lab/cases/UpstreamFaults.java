package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.FLOWS_REFUSED;
import static org.faultline.model.Fault.IPV4_BROKEN;
import static org.faultline.model.Fault.IPV6_BROKEN;
import static org.faultline.model.Fault.PATH_LOSSY;
import static org.faultline.model.Fault.PATH_MTU_BLACK_HOLE;
import static org.faultline.model.Fault.PATH_SLOW;
import static org.faultline.model.Fault.UPSTREAM_FILTERED;
import static org.faultline.model.Fault.UPSTREAM_LOOP;
import static org.faultline.model.Fault.UPSTREAM_SILENT;
import static org.faultline.model.Fault.UPSTREAM_UNREACHABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Node;
import org.faultline.lab.net.Plan;
import org.faultline.lab.server.Forwarder;

/** The fifth stage, first half: packets beyond the gateway. */
final class UpstreamFaults {
    private UpstreamFaults() {
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(reach());
        all.addAll(oneFamily());
        all.addAll(quality());
        return all;
    }

    private static List<Case> reach() {
        return List.of(
            fault(UPSTREAM_UNREACHABLE, "router-without-route", Speed.ANSWERED, lab -> noDefault(lab.router())),
            fault(UPSTREAM_UNREACHABLE, "modem-unplugged", Speed.ANSWERED, lab -> lab.router().linkDown("wan0")),
            fault(UPSTREAM_UNREACHABLE, "router-says-host", Speed.ANSWERED, lab -> {
                noDefault(lab.router());
                lab.router().ip("route add unreachable default").ip6("route add unreachable default");
            }),
            fault(UPSTREAM_UNREACHABLE, "provider-without-route", Speed.ANSWERED, lab -> noDefault(lab.provider())),
            fault(UPSTREAM_UNREACHABLE, "provider-says-host", Speed.ANSWERED,
                lab -> lab.provider().filter("forward", "reject with icmpx host-unreachable")),
            fault(UPSTREAM_SILENT, "router-does-not-forward", Speed.SILENT, lab -> lab.router().dropForwarded("")),
            fault(UPSTREAM_SILENT, "forwarding-off", Speed.SILENT,
                lab -> lab.router().sysctl("net/ipv4/ip_forward", "0").filter("forward", "drop")),
            fault(UPSTREAM_SILENT, "provider-drops", Speed.SILENT, lab -> lab.provider().filter("forward", "drop")),
            fault(UPSTREAM_SILENT, "internet-dead", Speed.SILENT, lab -> lab.internet().filter("input",
                "iifname net0 ip protocol != 0 drop",
                "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept", "meta nfproto ipv6 drop")),
            fault(UPSTREAM_SILENT, "no-address-translation", Speed.SILENT, lab -> {
                lab.router().nft("flush chain ip home nat");
                lab.provider().filter("forward", "meta nfproto ipv6 drop");
            }),
            fault(UPSTREAM_FILTERED, "router", Speed.ANSWERED, lab -> lab.router().rejectForwarded("", "icmpx admin-prohibited")),
            fault(UPSTREAM_FILTERED, "provider", Speed.ANSWERED,
                lab -> lab.provider().filter("forward", "reject with icmpx admin-prohibited")),
            fault(UPSTREAM_LOOP, "provider-sends-back", Speed.SILENT, lab -> lab.provider().ip(
                "route replace default via " + Plan.ROUTER_WAN, "route replace default via 2a02:77:ff::2")));
    }

    private static List<Case> oneFamily() {
        return List.of(
            fault(IPV6_BROKEN, "provider-drops", Speed.SILENT, lab -> lab.provider().filter("forward", "meta nfproto ipv6 drop")),
            fault(IPV6_BROKEN, "router-without-route", Speed.ANSWERED, lab -> lab.router().ip6("route del default")),
            fault(IPV6_BROKEN, "router-gone-from-ipv6", Speed.SILENT, lab -> lab.router()
                .sysctl("net/ipv6/conf/lan0/disable_ipv6", "1")),
            fault(IPV4_BROKEN, "provider-drops", Speed.SILENT, lab -> {
                resolveOverIpv6(lab);
                lab.provider().filter("forward", "meta nfproto ipv4 drop");
            }),
            fault(IPV4_BROKEN, "router-without-route", Speed.ANSWERED, lab -> {
                resolveOverIpv6(lab);
                lab.router().ip("route del default");
            }));
    }

    private static List<Case> quality() {
        return List.of(
            fault(PATH_LOSSY, "a-third-at-provider", Speed.LOSS, lab -> lab.provider().lose("forward", 33, "")),
            fault(PATH_LOSSY, "a-quarter-outward", Speed.LOSS, lab -> lab.provider().lose("forward", 25, "iifname down0")),
            fault(PATH_SLOW, "400-ms", Speed.SILENT, lab -> lab.slowUplink(Duration.ofMillis(200), Duration.ZERO)),
            fault(PATH_MTU_BLACK_HOLE, "both-ways", Speed.STALL, lab -> lab.provider().filter("forward",
                "meta length > 1300 drop")),
            fault(PATH_MTU_BLACK_HOLE, "inward", Speed.STALL,
                lab -> lab.provider().filter("forward", "iifname up0 meta length > 1200 drop")),
            fault(FLOWS_REFUSED, "table-full", Speed.SILENT, lab -> lab.router().filter("forward",
                "ct state new ct count over 1 drop")));
    }

    private static void noDefault(Node node) {
        node.ip("route del default").ip6("route del default");
    }

    /** Lets the router's forwarder ask over IPv6, so that names do not fail together with IPv4. */
    private static void resolveOverIpv6(Lab lab) {
        lab.router().answering(new Forwarder(lab.router().space(), lab.router().doors(), Plan.address("2620:fe::fe")));
    }
}
