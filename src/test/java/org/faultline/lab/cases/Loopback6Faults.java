package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.LOOPBACK6_ADDRESS_MISSING;
import static org.faultline.model.Fault.LOOPBACK6_BLOCKED;
import static org.faultline.model.Fault.LOOPBACK6_DISABLED;
import static org.faultline.model.Fault.LOOPBACK6_ROUTE_HIJACKED;
import static org.faultline.model.Fault.LOOPBACK_MTU_TOO_SMALL;

import java.util.List;
import org.faultline.lab.net.Lab;

/** The second stage: ::1. All of these are warnings; the check has to go on behind them. */
final class Loopback6Faults {
    private Loopback6Faults() {
    }

    static List<Case> all() {
        return List.of(
            fault(LOOPBACK6_DISABLED, "on-lo-only", Speed.STATE, lab -> lab.host().sysctl("net/ipv6/conf/lo/disable_ipv6", "1")),
            fault(LOOPBACK6_ADDRESS_MISSING, "removed", Speed.STATE, lab -> lab.host().ip("addr del ::1/128 dev lo")),
            fault(LOOPBACK6_ROUTE_HIJACKED, "local-route-unreachable", Speed.STATE, lab -> lab.host().ip6(
                "route del local ::1 dev lo table local", "route add unreachable ::1 table local")),
            fault(LOOPBACK6_ROUTE_HIJACKED, "rule-blackhole", Speed.STATE, lab -> ruleBeforeLocal(lab, "blackhole")),
            fault(LOOPBACK6_ROUTE_HIJACKED, "rule-prohibit", Speed.STATE, lab -> ruleBeforeLocal(lab, "prohibit")),
            fault(LOOPBACK6_ROUTE_HIJACKED, "rule-unreachable", Speed.STATE, lab -> ruleBeforeLocal(lab, "unreachable")),
            fault(LOOPBACK6_BLOCKED, "input-drop", Speed.LOOPBACK_SILENT,
                lab -> lab.host().filter("input", "ip6 daddr ::1 drop")),
            fault(LOOPBACK6_BLOCKED, "output-drop", Speed.LOOPBACK_SILENT,
                lab -> lab.host().filter("output", "ip6 daddr ::1 drop")),
            fault(LOOPBACK6_BLOCKED, "reject", Speed.STATE, lab -> lab.host().filter("input", "ip6 daddr ::1 reject")),
            fault(LOOPBACK6_BLOCKED, "reject-prohibited", Speed.STATE,
                lab -> lab.host().filter("input", "ip6 daddr ::1 reject with icmpv6 admin-prohibited")),
            fault(LOOPBACK_MTU_TOO_SMALL, "mtu-1000", Speed.STATE, lab -> lab.host().ip("link set lo mtu 1000")));
    }

    private static void ruleBeforeLocal(Lab lab, String action) {
        lab.host().ip6("rule add pref 10 lookup local", "rule del pref 0 lookup local", "rule add pref 5 to ::1 " + action);
    }
}
