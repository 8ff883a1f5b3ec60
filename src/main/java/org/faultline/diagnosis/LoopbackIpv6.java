package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Cause.IPV4_ONLY_PROGRAM;
import static org.faultline.model.Cause.PROTOCOL_UNAVAILABLE;
import static org.faultline.model.Fault.IPV6_DISABLED;
import static org.faultline.model.Fault.IPV6_NOT_MEASURABLE;
import static org.faultline.model.Fault.LOOPBACK6_ADDRESS_MISSING;
import static org.faultline.model.Fault.LOOPBACK6_BLOCKED;
import static org.faultline.model.Fault.LOOPBACK6_DISABLED;
import static org.faultline.model.Fault.LOOPBACK6_ROUTE_HIJACKED;
import static org.faultline.model.Fault.LOOPBACK_MTU_TOO_SMALL;

/**
 * Can this computer talk to itself by IPv6? Nothing here is a fault: programs fall back to IPv4, and IPv6 is often off on purpose.
 * State that says no is believed only while ::1 does not work.
 */
final class LoopbackIpv6 {

    private static final Step WHY_SILENT = sequence(
        ask("loopback6-rule-catches", e -> talk(e).caughtByRule()).yes(conclude(LOOPBACK6_ROUTE_HIJACKED)),
        ask("loopback6-blocked", e -> talk(e).blocked()).yes(conclude(LOOPBACK6_BLOCKED)));

    static final Node TREE = tree(
        ask("ipv6-on", e -> state(e, "ipv6-switch", "machine")).no(conclude(IPV6_DISABLED))
            .unknown(ask("ipv6-sockets-possible", e -> talk(e).both().anyFailed(PROTOCOL_UNAVAILABLE).not()).no(conclude(IPV6_DISABLED))),
        ask("ipv6-measurable", e -> SelfTalk.notHinderedBy(talk(e).both(), IPV4_ONLY_PROGRAM)).no(conclude(IPV6_NOT_MEASURABLE)),
        ask("loopback6-mtu-enough", e -> e.by("loopback6-mtu").allPassed().or(talk(e).tcp().anyPassed())).no(conclude(LOOPBACK_MTU_TOO_SMALL)),
        ask("loopback6-on", e -> state(e, "ipv6-switch", "loopback")).no(conclude(LOOPBACK6_DISABLED)),
        ask("loopback6-address-present", e -> talk(e).addressPresent()).no(conclude(LOOPBACK6_ADDRESS_MISSING))
            .unknown(ask("loopback6-address-usable", e -> talk(e).addressUsable()).no(conclude(LOOPBACK6_ADDRESS_MISSING))),
        ask("loopback6-route-leads-home", e -> talk(e).routeLeadsHome()).no(conclude(LOOPBACK6_ROUTE_HIJACKED)),
        ask("loopback6-works", e -> talk(e).works()).no(WHY_SILENT));

    private LoopbackIpv6() { }

    private static SelfTalk talk(Evidence evidence) {
        return new SelfTalk(evidence, "loopback6");
    }

    private static Answer state(Evidence evidence, String probe, String target) {
        return evidence.by(probe).target(target).allPassed().or(talk(evidence).tcp().anyPassed());
    }
}
