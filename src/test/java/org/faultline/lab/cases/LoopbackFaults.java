package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.DESCRIPTORS_EXHAUSTED;
import static org.faultline.model.Fault.HOSTS_FILE_OVERRIDES;
import static org.faultline.model.Fault.HOSTS_FILE_UNREADABLE;
import static org.faultline.model.Fault.LOCALHOST_EXTRA;
import static org.faultline.model.Fault.LOCALHOST_MISSING;
import static org.faultline.model.Fault.LOCALHOST_WRONG;
import static org.faultline.model.Fault.LOOPBACK_ADDRESS_MISSING;
import static org.faultline.model.Fault.LOOPBACK_BLOCKED;
import static org.faultline.model.Fault.LOOPBACK_DOWN;
import static org.faultline.model.Fault.LOOPBACK_LOSSY;
import static org.faultline.model.Fault.LOOPBACK_RANGE_BROKEN;
import static org.faultline.model.Fault.LOOPBACK_REDIRECTED;
import static org.faultline.model.Fault.LOOPBACK_ROUTE_HIJACKED;
import static org.faultline.model.Fault.NAME_ORDER_BROKEN;
import static org.faultline.model.Fault.PORTS_EXHAUSTED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faultline.lab.net.HostNode;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;
import org.faultline.lab.net.Tunnel;

/** The first stage: 127.0.0.1, the name localhost, and what every socket needs. */
final class LoopbackFaults {
    private static final String LOCAL_LINES = HostNode.USUAL_HOSTS;

    private LoopbackFaults() {
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(state());
        all.addAll(routes());
        all.addAll(firewall());
        all.addAll(names());
        all.addAll(resources());
        return all;
    }

    private static List<Case> state() {
        return List.of(
            fault(LOOPBACK_DOWN, "address-kept", Speed.STATE, lab -> lab.host().linkDown("lo")),
            fault(LOOPBACK_DOWN, "never-up", Speed.STATE, lab -> lab.host().linkDown("lo").ip("addr flush dev lo")),
            fault(LOOPBACK_ADDRESS_MISSING, "removed", Speed.STATE, lab -> lab.host().ip("addr del 127.0.0.1/8 dev lo")),
            fault(LOOPBACK_ADDRESS_MISSING, "another-instead", Speed.STATE,
                lab -> lab.host().ip("addr del 127.0.0.1/8 dev lo", "addr add 10.255.255.1/32 dev lo")));
    }

    private static List<Case> routes() {
        return List.of(
            fault(LOOPBACK_ROUTE_HIJACKED, "rule-blackhole", Speed.STATE, lab -> ruleBeforeLocal(lab, "blackhole")),
            fault(LOOPBACK_ROUTE_HIJACKED, "rule-prohibit", Speed.STATE, lab -> ruleBeforeLocal(lab, "prohibit")),
            fault(LOOPBACK_ROUTE_HIJACKED, "rule-unreachable", Speed.STATE, lab -> ruleBeforeLocal(lab, "unreachable")),
            fault(LOOPBACK_ROUTE_HIJACKED, "rule-to-tunnel", Speed.LOOPBACK_SILENT, lab -> {
                Tunnel.connectDead(lab);
                lab.host().ip("route add default dev tun0 table 100");
                ruleBeforeLocal(lab, "lookup 100");
            }),
            fault(LOOPBACK_ROUTE_HIJACKED, "rule-to-adapter", Speed.LOOPBACK_SILENT, lab -> {
                lab.host().ip("route add default via " + Plan.GATEWAY + " dev eth0 table 100");
                ruleBeforeLocal(lab, "lookup 100");
            }),
            fault(LOOPBACK_ROUTE_HIJACKED, "local-routes-gone", Speed.STATE, lab -> lab.host().ip(
                "route del local 127.0.0.0/8 dev lo table local", "route del local 127.0.0.1 dev lo table local")),
            fault(LOOPBACK_ROUTE_HIJACKED, "local-route-blackhole", Speed.STATE, lab -> lab.host().ip(
                "route del local 127.0.0.1 dev lo table local", "route add blackhole 127.0.0.1 table local")),
            fault(LOOPBACK_ROUTE_HIJACKED, "local-route-throw", Speed.STATE, lab -> lab.host().ip(
                "route del local 127.0.0.1 dev lo table local", "route add throw 127.0.0.1 table local")),
            fault(LOOPBACK_RANGE_BROKEN, "half-blackholed", Speed.STATE, lab -> lab.host().ip("route add blackhole 127.0.0.0/9")),
            fault(LOOPBACK_RANGE_BROKEN, "half-to-adapter", Speed.LOOPBACK_SILENT,
                lab -> lab.host().ip("route add 127.0.0.0/9 via " + Plan.GATEWAY + " dev eth0")),
            fault(LOOPBACK_RANGE_BROKEN, "stub-address-unreachable", Speed.STATE,
                lab -> lab.host().ip("route add unreachable 127.0.0.53")));
    }

    private static List<Case> firewall() {
        return List.of(
            fault(LOOPBACK_BLOCKED, "input-drop", Speed.LOOPBACK_SILENT, lab -> lab.host().filter("input", "iif lo drop")),
            fault(LOOPBACK_BLOCKED, "output-drop", Speed.LOOPBACK_SILENT, lab -> lab.host().filter("output", "oif lo drop")),
            fault(LOOPBACK_BLOCKED, "ipv4-only-drop", Speed.LOOPBACK_SILENT,
                lab -> lab.host().filter("input", "ip daddr 127.0.0.0/8 drop")),
            fault(LOOPBACK_BLOCKED, "tcp-drop", Speed.LOOPBACK_SILENT, lab -> lab.host().filter("input",
                "iif lo meta l4proto tcp drop")),
            fault(LOOPBACK_BLOCKED, "reject", Speed.STATE, lab -> lab.host().filter("input",
                "iif lo ip daddr 127.0.0.0/8 reject")),
            fault(LOOPBACK_BLOCKED, "reject-prohibited", Speed.STATE,
                lab -> lab.host().filter("input", "iif lo ip daddr 127.0.0.0/8 reject with icmp admin-prohibited")),
            fault(LOOPBACK_BLOCKED, "tcp-reset", Speed.STATE,
                lab -> lab.host().filter("input", "iif lo tcp flags & (syn | ack) == syn reject with tcp reset")),
            fault(LOOPBACK_REDIRECTED, "to-closed-port", Speed.STATE,
                lab -> lab.host().nat("output", "ip daddr 127.0.0.1 meta l4proto tcp redirect to :9")),
            fault(LOOPBACK_REDIRECTED, "to-another-program", Speed.STATE, lab -> {
                lab.host().doors().listen(Plan.address("127.0.0.1"), 3129, peer -> peer.getInputStream().read());
                lab.host().nat("output", "ip daddr 127.0.0.1 meta l4proto tcp redirect to :3129");
            }),
            fault(LOOPBACK_REDIRECTED, "to-another-host", Speed.LOOPBACK_SILENT,
                lab -> lab.host().nat("output", "meta l4proto tcp ip daddr 127.0.0.1 dnat ip to " + Plan.GATEWAY)),
            fault(LOOPBACK_LOSSY, "a-third", Speed.LOSS, lab -> lab.host().lose("input", 33, "iif lo")),
            fault(LOOPBACK_LOSSY, "ten-percent", Speed.LOSS, lab -> lab.host().lose("input", 10, "iif lo")));
    }

    private static List<Case> names() {
        return List.of(
            fault(LOCALHOST_MISSING, "empty-file", Speed.STATE, lab -> lab.host().hosts("")),
            fault(LOCALHOST_MISSING, "other-names-only", Speed.STATE,
                lab -> lab.host().hosts("# my hosts\n192.168.1.20 printer\n")),
            fault(LOCALHOST_WRONG, "lan-address", Speed.STATE, lab -> lab.host().hosts("10.1.2.3 localhost\n")),
            fault(LOCALHOST_WRONG, "any-address", Speed.STATE, lab -> lab.host()
                .hosts("192.0.2.7 localhost.localdomain localhost\n")),
            fault(LOCALHOST_EXTRA, "second-line", Speed.STATE, lab -> lab.host().hosts(LOCAL_LINES + "10.1.2.3 localhost\n")),
            fault(HOSTS_FILE_UNREADABLE, "permission", Speed.STATE, lab -> lab.host().hostsUnreadable()),
            fault(HOSTS_FILE_UNREADABLE, "utf-16", Speed.STATE,
                lab -> lab.host().hostsBytes(LOCAL_LINES.getBytes(StandardCharsets.UTF_16))),
            fault(HOSTS_FILE_OVERRIDES, "one-site", Speed.STATE,
                lab -> lab.host().hosts(LOCAL_LINES + "10.66.66.66 example.com www.example.com\n")),
            fault(NAME_ORDER_BROKEN, "no-dns", Speed.STATE, lab -> lab.host().nsswitch("files")),
            fault(NAME_ORDER_BROKEN, "no-files", Speed.STATE, lab -> lab.host().nsswitch("dns")));
    }

    private static List<Case> resources() {
        return List.of(
            fault(PORTS_EXHAUSTED, "four-ports-taken", Speed.STATE, lab -> {
                lab.host().sysctl("net/ipv4/ip_local_port_range", "40000 40003");
                IntStream.rangeClosed(40000, 40003).forEach(port -> {
                    lab.host().doors().listen(Plan.address("::"), port, peer -> { });
                    lab.host().doors().datagram(Plan.address("::"), port);
                });
            }),
            fault(DESCRIPTORS_EXHAUSTED, "limit-of-the-user", Speed.ANY, lab -> lab.launch().limit("--nofile=11:11")));
    }

    /** Puts a policy rule for 127/8 before the table of local addresses, as some VPN clients do. */
    private static void ruleBeforeLocal(Lab lab, String action) {
        lab.host().ip("rule add pref 10 lookup local", "rule del pref 0 lookup local", "rule add pref 5 to 127.0.0.0/8 "
            + action);
    }
}
