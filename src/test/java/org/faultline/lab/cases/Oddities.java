package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.harmless;
import static org.faultline.model.Fault.GATEWAY_SILENT;
import static org.faultline.model.Fault.ICMP_FILTERED;
import static org.faultline.model.Fault.IPV6_DISABLED;
import static org.faultline.model.Fault.LOOPBACK_ICMP_FILTERED;
import static org.faultline.model.Fault.TARGET_DOWN;

import java.util.List;
import org.faultline.lab.kernel.NotPossibleHere;
import org.faultline.lab.net.HostNode;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;
import org.faultline.lab.net.Rights;
import org.faultline.lab.net.SecondAdapter;
import org.faultline.lab.net.Tunnel;
import org.faultline.lab.server.Forwarder;

/** Networks that look odd and work: none of them may alarm anybody. */
final class Oddities {
    private Oddities() {
    }

    static List<Case> all() {
        return List.of(
            harmless("router-ignores-ping", lab -> lab.router().filter("input", "icmp type echo-request drop",
                "icmpv6 type echo-request drop"), GATEWAY_SILENT),
            harmless("ping-filtered-outside", lab -> lab.provider().filter("forward", "meta l4proto { icmp, icmpv6 } drop"),
                ICMP_FILTERED),
            harmless("ping-filtered-everywhere", lab -> {
                lab.router().filter("input", "icmp type echo-request drop", "icmpv6 type echo-request drop");
                lab.provider().filter("forward", "meta l4proto { icmp, icmpv6 } drop");
            }),
            harmless("ping-filtered-on-loopback", lab -> lab.host().filter("input", "iif lo icmp type echo-request drop",
                "iif lo icmpv6 type echo-request drop"), LOOPBACK_ICMP_FILTERED),
            harmless("ping-not-permitted", Oddities::pingForNobody),
            harmless("ipv6-off-on-purpose", lab -> lab.host().sysctl("net/ipv6/conf/all/disable_ipv6", "1"), IPV6_DISABLED),
            harmless("ipv6-link-local-only", lab -> {
                lab.host().ip("addr del 2a02:77:1::10/64 dev eth0");
                lab.host().ip6("route del default");
            }),
            harmless("one-target-down", lab -> lab.internet().filter("input", "ip daddr 1.1.1.1 drop"), TARGET_DOWN),
            harmless("small-mtu-uplink", lab -> {
                lab.router().ip("link set wan0 mtu 1400");
                lab.provider().ip("link set down0 mtu 1400");
            }),
            harmless("small-mtu-lan", lab -> {
                lab.host().ip("link set eth0 mtu 1300");
                lab.router().ip("link set lan0 mtu 1300");
            }),
            harmless("proxy-only-network", lab -> {
                lab.proxy();
                WebFaults.useProxy(lab);
                WebFaults.webOnlyThroughProxy(lab);
            }),
            harmless("vpn-takes-everything-and-works", lab -> {
                Tunnel.connect(lab);
                Tunnel.takeEverything(lab);
            }),
            harmless("vpn-for-one-network", lab -> {
                Tunnel.connect(lab);
                lab.host().ip("route add 10.0.0.0/8 dev tun0");
            }),
            harmless("two-adapters", lab -> {
                SecondAdapter.plugInto(lab);
                lab.host().ip("route add default via " + SecondAdapter.GATEWAY + " dev eth1 metric 600");
            }),
            harmless("second-adapter-unplugged", lab -> SecondAdapter.plugInto(lab).linkDown("lan1")),
            harmless("second-adapter-switched-off", lab -> {
                SecondAdapter.plugInto(lab);
                lab.host().linkDown("eth1");
            }),
            harmless("container-bridge", lab -> lab.host().ip("link add docker0 type bridge",
                "addr add 172.17.0.1/16 dev docker0",
                "link set docker0 up")),
            harmless("resolver-on-loopback", Oddities::workingStub),
            harmless("resolver-over-ipv6", lab -> lab.host().resolvers("2620:fe::fe")),
            harmless("several-resolvers", lab -> lab.host().resolvers(Plan.GATEWAY, "9.9.9.9", "8.8.8.8")),
            harmless("advertisers-in-hosts-file", lab -> lab.host().hosts(HostNode.USUAL_HOSTS
                + "0.0.0.0 ads.tracker.example\n0.0.0.0 pixel.tracker.example\n")),
            harmless("printer-in-hosts-file", lab -> lab.host().hosts(HostNode.USUAL_HOSTS
                + "192.168.1.20 printer printer.lan\n")),
            harmless("firewall-lets-answers-in", lab -> lab.host().filter("input", "ct state established,related accept",
                "iif lo accept", "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert } accept", "drop")),
            harmless("providers-hop-hidden", lab -> lab.provider().filter("output", "icmp type time-exceeded drop",
                "icmpv6 type time-exceeded drop")),
            harmless("started-for-ipv4-only", lab -> lab.launch().environment("JAVA_TOOL_OPTIONS",
                "-Djava.net.preferIPv4Stack=true")),
            harmless("policy-rules-of-a-vpn-client", lab -> lab.host().ip("rule add pref 5000 fwmark 51820 lookup 51820")));
    }

    private static void pingForNobody(Lab lab) {
        if (Rights.mappedRoot()) {
            throw new NotPossibleHere("a user namespace with one group cannot forbid ping to that group");
        }
        lab.host().sysctl("net/ipv4/ping_group_range", "1 0");
    }

    private static void workingStub(Lab lab) {
        NameFaults.stub(lab, new Forwarder(lab.host().space(), lab.host().doors(), Plan.address(Plan.GATEWAY)));
    }
}
