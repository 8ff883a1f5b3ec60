package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Cause.DOWN;
import static org.faultline.model.Cause.INVALID_DESTINATION;
import static org.faultline.model.Cause.PORTS_EXHAUSTED;
import static org.faultline.model.Cause.WRONG_PEER;
import static org.faultline.model.Fault.DESCRIPTORS_EXHAUSTED;
import static org.faultline.model.Fault.FIREWALL_NOT_READABLE;
import static org.faultline.model.Fault.HOST_OVERLOADED;
import static org.faultline.model.Fault.ICMP_NOT_PERMITTED;
import static org.faultline.model.Fault.LOOPBACK_ADDRESS_MISSING;
import static org.faultline.model.Fault.LOOPBACK_BLOCKED;
import static org.faultline.model.Fault.LOOPBACK_DOWN;
import static org.faultline.model.Fault.LOOPBACK_ICMP_FILTERED;
import static org.faultline.model.Fault.LOOPBACK_LOSSY;
import static org.faultline.model.Fault.LOOPBACK_RANGE_BROKEN;
import static org.faultline.model.Fault.LOOPBACK_REDIRECTED;
import static org.faultline.model.Fault.LOOPBACK_ROUTE_HIJACKED;
import static org.faultline.model.Fault.STACK_BROKEN;

import org.faultline.model.Cause;
import org.faultline.model.Fault;

/**
 * Can this computer talk to itself by IPv4? What its state shows comes first, since that is known at once; then what its own
 * conversations show; last the name localhost, which only matters once the address works.
 */
final class LoopbackIpv4 {

    private static final Step DESCRIPTORS_LEFT =
        ask("descriptors-left", e -> talk(e).descriptorsLeft()).no(conclude(DESCRIPTORS_EXHAUSTED));

    /** In a sandbox that forbids sockets and pings alike, a readable hosts file must not pass for a working loopback. */
    private static final Step NOTHING_PERMITTED =
        ask("ping-permitted", e -> talk(e).mayPing()).no(conclude(ICMP_NOT_PERMITTED));

    /** The conversation with ourselves failed, though interface, address and route are in order. */
    private static final Step WHY_SILENT = sequence(
        ask("sockets-possible", e -> talk(e).both().every(talk -> SelfTalk.failedAt(talk, "socket")).not()).no(conclude(STACK_BROKEN)),
        ask("free-port", e -> talk(e).both().anyFailed(PORTS_EXHAUSTED).not()).no(conclude(Fault.PORTS_EXHAUSTED)),
        ask("loopback-own-peer", e -> talk(e).both().anyFailed(WRONG_PEER).not()).no(conclude(LOOPBACK_REDIRECTED)),
        ask("loopback-address-usable", e -> talk(e).addressUsable()).no(conclude(LOOPBACK_ROUTE_HIJACKED)),
        ask("loopback-rule-catches", e -> talk(e).caughtByRule()).yes(conclude(LOOPBACK_ROUTE_HIJACKED)),
        ask("loopback-destination-rewritten", e -> talk(e).both().anyFailed(INVALID_DESTINATION)).yes(conclude(LOOPBACK_REDIRECTED)),
        ask("loopback-refused-by-tcp", e -> talk(e).refused().and(e.by("loopback-refusal").anyFailed(WRONG_PEER)))
            .yes(conclude(LOOPBACK_REDIRECTED)),
        ask("loopback-loses-some", e -> talk(e).losesSome()).yes(conclude(LOOPBACK_LOSSY)),
        ask("firewall-readable", e -> e.by("firewall-rules").anyPassed()).unknown(note(FIREWALL_NOT_READABLE)),
        ask("loopback-blocked", e -> talk(e).blocked()).yes(conclude(LOOPBACK_BLOCKED)));

    static final Node TREE = tree(
        ask("loopback-up", e -> e.by("loopback-link").anyFailed(DOWN).not()).no(conclude(LOOPBACK_DOWN)),
        ask("loopback-address-present", e -> talk(e).addressPresent()).no(conclude(LOOPBACK_ADDRESS_MISSING))
            .unknown(ask("loopback-address-usable", e -> talk(e).addressUsable()).no(conclude(LOOPBACK_ADDRESS_MISSING))),
        ask("loopback-route-leads-home", e -> talk(e).routeLeadsHome()).no(conclude(LOOPBACK_ROUTE_HIJACKED)),
        DESCRIPTORS_LEFT,
        ask("loopback-works", e -> talk(e).works()).no(WHY_SILENT).unknown(DESCRIPTORS_LEFT, NOTHING_PERMITTED),
        ask("loopback-nobody-else-answers", e -> e.by("loopback-phantom").allPassed()).no(conclude(LOOPBACK_REDIRECTED)),
        ask("loopback-quick", LoopbackIpv4::quick).no(note(HOST_OVERLOADED)),
        ask("ping-permitted", e -> talk(e).mayPing()).no(note(ICMP_NOT_PERMITTED)),
        ask("loopback-answers-ping", e -> talk(e).answersPing()).no(note(LOOPBACK_ICMP_FILTERED)),
        ask("loopback-whole-range", e -> e.by("loopback-range").allPassed()).no(note(LOOPBACK_RANGE_BROKEN)),
        Localhost.STEPS);

    private LoopbackIpv4() { }

    private static SelfTalk talk(Evidence evidence) {
        return new SelfTalk(evidence, "loopback");
    }

    private static Answer quick(Evidence evidence) {
        Seen speed = evidence.by("loopback-speed");
        Answer answer = speed.anyFailed(Cause.SLOW).not();
        return speed.failed().stream().findFirst().map(slow -> answer.with("value", slow.text("medianMs").orElse("") + " ms")
            .with("limit", slow.text("limitMs").orElse("") + " ms")).orElse(answer);
    }
}
