package org.faultline.diagnosis;

import static org.faultline.model.Cause.ADDRESS_NOT_AVAILABLE;
import static org.faultline.model.Cause.BLOCKED_LOCALLY;
import static org.faultline.model.Cause.COMPETING;
import static org.faultline.model.Cause.DESCRIPTORS_EXHAUSTED;
import static org.faultline.model.Cause.HOST_UNREACHABLE;
import static org.faultline.model.Cause.INVALID_DESTINATION;
import static org.faultline.model.Cause.LOSS;
import static org.faultline.model.Cause.NET_UNREACHABLE;
import static org.faultline.model.Cause.NO_REPLY;
import static org.faultline.model.Cause.NO_ROUTE;
import static org.faultline.model.Cause.PROHIBITED;

import java.util.List;
import java.util.Set;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * What the conversations with ourselves over one loopback address say: the readings that both loopback stages share.
 *
 * @param prefix the first word of the names of this address's probes
 */
record SelfTalk(Evidence evidence, String prefix) {

    /** What the kernel returns for a destination that its routes refuse; a reject rule of the packet filter sends ICMP instead. */
    private static final Cause[] REFUSED_BY_ROUTE = {INVALID_DESTINATION, PROHIBITED, NET_UNREACHABLE, HOST_UNREACHABLE, NO_ROUTE};

    /**
     * So many packets to ourselves must be missing to call it loss. Memory copies lose nothing: a single one may be a machine that
     * stood still for 20 ms; two of 80 happen in no healthy run.
     */
    private static final int LOSS_STARTS_AT = 2;

    Seen tcp() {
        return evidence.by(prefix + "-tcp");
    }

    Seen udp() {
        return evidence.by(prefix + "-udp");
    }

    Seen both() {
        return tcp().and(udp());
    }

    private Seen echo() {
        return evidence.by(prefix + "-echo");
    }

    /** No once a packet to ourselves could not be sent or did not come back. */
    Answer works() {
        return both().allPassed();
    }

    /** Whether the address is ours: listed, or at least working (it is covered by another address of the range). */
    Answer addressPresent() {
        return evidence.by(prefix + "-address").allPassed().or(tcp().anyPassed());
    }

    /** Whether a program may listen on the address. */
    Answer addressUsable() {
        return tcp().any(talk -> failedAt(talk, "bind") && talk.failedWith(ADDRESS_NOT_AVAILABLE)).not();
    }

    /** Whether the kernel's routing leads packets to ourselves home. */
    Answer routeLeadsHome() {
        return evidence.by(prefix + "-route").allPassed();
    }

    /**
     * Whether routing refuses our packets although it lets the plain packet pass that it was asked about: either a rule stands before
     * the local table, or the kernel could not be asked and its error number tells.
     */
    Answer caughtByRule() {
        Answer byErrno = both().any(talk -> talk.failedWith(REFUSED_BY_ROUTE) && talk.text("icmpFrom").isEmpty());
        Answer silent = both().anyFailed(NO_REPLY);
        boolean routeKnown = evidence.by(prefix + "-route").observations().stream().anyMatch(Observation::passed);
        return routeKnown ? evidence.by(prefix + "-rules").anyFailed(COMPETING).and(byErrno.or(silent)) : byErrno;
    }

    /** Whether a connection to our own listener was refused by TCP's own means, not by an ICMP message. */
    Answer refused() {
        return tcp().any(talk -> talk.failedWith(Cause.REFUSED) && talk.text("icmpFrom").isEmpty());
    }

    /** Whether some packets come back while others do not; nothing of this is known before all conversations have ended. */
    Answer losesSome() {
        Answer suspicious = both().anyFailed(LOSS, NO_REPLY, BLOCKED_LOCALLY);
        return suspicious.and(both().and(echo()).judge(SelfTalk::losesSome));
    }

    private static boolean losesSome(Seen talks) {
        List<Observation> partial = talks.observations().stream().filter(SelfTalk::partial).toList();
        boolean silentBeside = talks.failed().stream().anyMatch(talk -> !partial.contains(talk) && !talk.probe().endsWith("-echo"));
        int missing = partial.stream().mapToInt(SelfTalk::lost).sum();
        return !partial.isEmpty() && (silentBeside || missing >= LOSS_STARTS_AT);
    }

    private static boolean partial(Observation talk) {
        return talk.number("received").orElse(0.0) > 0 && lost(talk) > 0;
    }

    private static int lost(Observation talk) {
        return talk.number("lost").orElse(0.0).intValue();
    }

    /** Whether something on this computer refuses or swallows packets to ourselves; a single lost one does not count. */
    Answer blocked() {
        return both().any(talk -> talk.failed() && (talk.cause() != LOSS || lost(talk) >= LOSS_STARTS_AT)).against(echo().passed());
    }

    /** Whether pings are answered; a single lost one does not count. */
    Answer answersPing() {
        return echo().any(echo -> echo.failed() && (echo.cause() != LOSS || lost(echo) >= LOSS_STARTS_AT)).not();
    }

    /** Whether this program may send pings at all. */
    Answer mayPing() {
        return notHinderedBy(echo(), Cause.NOT_PERMITTED);
    }

    /** Whether this program may open another socket or file; no as soon as one was refused for that reason, yes once one was not. */
    Answer descriptorsLeft() {
        return notHinderedBy(both().and(evidence.by("hosts-file")), DESCRIPTORS_EXHAUSTED);
    }

    /**
     * No once something was not measured for this reason, yes once something was measured. A failure shows here only that measuring was
     * possible; it is left out of the answer, or it would travel on as evidence for whatever is found next.
     */
    static Answer notHinderedBy(Seen seen, Cause cause) {
        List<Observation> hindered = seen.unmeasured().stream().filter(observation -> observation.cause() == cause).toList();
        if (!hindered.isEmpty()) {
            return Answer.of(Truth.NO, hindered);
        }
        if (seen.observations().stream().anyMatch(observation -> !observation.unmeasured())) {
            return Answer.of(Truth.YES, seen.passed());
        }
        return seen.complete() ? Answer.unknown(seen.unmeasured()) : Answer.awaiting(Set.copyOf(seen.awaiting()));
    }

    static boolean failedAt(Observation talk, String step) {
        return talk.failed() && talk.text("step").filter(step::equals).isPresent();
    }
}
