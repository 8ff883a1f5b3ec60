package org.faultline.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/** Rules about name servers: do they reply at all, do they find what exists, and do they tell the truth about what does not. */
final class Names {

    private static final Cause[] REPLIES = {Cause.SERVER_FAILURE, Cause.NAME_ERROR, Cause.QUERY_REFUSED, Cause.NO_DATA, Cause.WRONG_ANSWER,
        Cause.MALFORMED, Cause.TRUNCATED};

    /** Sources of nsswitch.conf(5) that know no public names beyond the configured servers'. */
    private static final Set<String> PLAIN_SOURCES = Set.of("files", "dns", "myhostname", "mymachines", "mdns", "mdns4", "mdns4_minimal",
        "mdns_minimal", "mdns6_minimal");

    private Names() { }

    private static boolean replied(Observation lookUp) {
        return lookUp.passed() || lookUp.failedWith(REPLIES);
    }

    static Answer anyReplies(Evidence evidence) {
        return withResolver(evidence.by("dns").any(Names::replied));
    }

    private static Answer withResolver(Answer answer) {
        return answer.because().isEmpty() ? answer : answer.with("resolver", answer.because().getFirst().target());
    }

    /**
     * Programs may have other ways to resolve names than the servers we asked. Where their order of look-up names none, nobody has to be
     * waited for.
     */
    static Answer programsResolve(Evidence evidence) {
        Seen order = evidence.by("name-order").where(file -> !file.list("sources").isEmpty());
        boolean onlyServers = order.observations().stream()
            .anyMatch(file -> file.list("sources").stream().allMatch(source -> PLAIN_SOURCES.contains(source.toString())));
        return onlyServers ? Answer.of(Truth.NO, order.observations()) : evidence.by("system-resolve").anyPassed();
    }

    /** Whether programs get addresses, whatever their order of look-up is. */
    static Answer programsResolveAllTheSame(Evidence evidence) {
        return evidence.by("system-resolve").anyPassed();
    }

    static Answer stubAnswersForItself(Evidence evidence) {
        return evidence.by("dns-stub").anyPassed();
    }

    static Answer serverIsThisComputer(Evidence evidence) {
        return evidence.by("dns").every(lookUp -> lookUp.failed() && (lookUp.target().startsWith("127.") || lookUp.target().equals("0:0:0:0:0:0:0:1")
            || lookUp.target().equals("::1")));
    }

    /** Each server's host said at least once that nothing listens there; it need not say so every time (RFC 1812, 4.3.2.8). */
    static Answer portClosed(Evidence evidence) {
        Seen lookUps = evidence.by("dns");
        Set<String> closed = lookUps.where(Names::refused).observations().stream().map(Observation::target).collect(Collectors.toSet());
        return lookUps.every(lookUp -> refused(lookUp) || lookUp.failedWith(Cause.NO_REPLY) && closed.contains(lookUp.target()));
    }

    private static boolean refused(Observation lookUp) {
        return lookUp.failedWith(Cause.REFUSED, Cause.PORT_UNREACHABLE);
    }

    static Answer answersOverTcp(Evidence evidence) {
        return evidence.by("dns-tcp").anyPassed();
    }

    static Answer allSilent(Evidence evidence) {
        return evidence.by("dns").allFailed();
    }

    static Answer anyFound(Evidence evidence) {
        return withResolver(evidence.by("dns").anyPassed());
    }

    static Answer allRefuse(Evidence evidence) {
        return everyReply(evidence, lookUp -> lookUp.failedWith(Cause.QUERY_REFUSED));
    }

    static Answer allFailToLookUp(Evidence evidence) {
        return everyReply(evidence, lookUp -> lookUp.failedWith(Cause.SERVER_FAILURE));
    }

    static Answer allWrong(Evidence evidence) {
        return everyReply(evidence, Observation::failed);
    }

    static Answer allTruncated(Evidence evidence) {
        return withResolver(everyReply(evidence, lookUp -> lookUp.failedWith(Cause.TRUNCATED)));
    }

    /** A private address for a public name, among the answers that came so far; nothing is waited for. */
    static Answer someNameLeadsAstray(Evidence evidence) {
        return new Seen(evidence.by("dns").observations(), Set.of()).anyFailed(Cause.WRONG_ANSWER);
    }

    static Answer anyAddressGiven(Evidence evidence) {
        return evidence.by("dns").any(lookUp -> !lookUp.list("addresses").isEmpty());
    }

    private static Answer everyReply(Evidence evidence, Predicate<Observation> condition) {
        return evidence.by("dns").where(Names::replied).every(condition);
    }

    static Answer unknownStayUnknown(Evidence evidence) {
        return withResolver(evidence.by("dns-nowhere").allPassed());
    }

    /** Names that exist and names that do not all lead to the same single address. */
    static Answer everyNameLeadsToOneAddress(Evidence evidence) {
        Seen lookUps = evidence.by("dns").and(evidence.by("dns-nowhere")).where(lookUp -> !lookUp.list("addresses").isEmpty());
        return lookUps.judge(seen -> {
            Set<?> addresses = seen.observations().stream().flatMap(lookUp -> lookUp.list("addresses").stream()).collect(Collectors.toSet());
            Set<?> names = seen.observations().stream().flatMap(lookUp -> lookUp.text("name").stream()).collect(Collectors.toSet());
            return addresses.size() == 1 && names.size() > 2;
        });
    }

    /** No where one of several servers never replied while another did. */
    static Answer everyReplies(Evidence evidence) {
        Seen lookUps = evidence.by("dns");
        Answer all = lookUps.every(lookUp -> replied(lookUp)
            || lookUps.observations().stream().anyMatch(other -> other.target().equals(lookUp.target()) && replied(other)));
        return withResolver(all);
    }

    /** Quick while one look-up stays within the limit; slow once fresh names confirm it. A slow path explains slow look-ups. */
    static Answer quick(Evidence evidence) {
        Seen slowPath = new Seen(evidence.by("external-quality").observations(), Set.of()).where(path -> path.failedWith(Cause.SLOW));
        if (slowPath.first().isPresent()) {
            return Answer.unknown(List.of());
        }
        Answer quick = evidence.by("dns").where(Observation::passed).any(lookUp ->
            lookUp.number("rttMs").orElse(0.0) <= lookUp.number("limitMs").orElse(Double.MAX_VALUE));
        if (!quick.isFinal() || quick.truth() != Truth.NO) {
            return quick;
        }
        Answer slow = evidence.by("dns-delay").allFailed(Cause.SLOW);
        return withResolver(slow.because().stream().findFirst().flatMap(delay -> delay.number("rttMs"))
            .map(rtt -> slow.with("value", Math.round(rtt) + " ms")).orElse(slow).not());
    }

    /** Only where an answer came truncated does it matter whether the server can be reached over TCP (RFC 7766). */
    static Answer largeAnswersFetched(Evidence evidence) {
        Seen large = evidence.by("dns-large", "dns").where(lookUp -> lookUp.passed() || lookUp.failedWith(Cause.TRUNCATED));
        Answer truncated = large.any(lookUp -> lookUp.flag("truncated") || lookUp.failedWith(Cause.TRUNCATED));
        if (!truncated.isFinal() || truncated.truth() != Truth.YES) {
            return truncated.not();
        }
        return withResolver(evidence.by("dns-tcp").anyPassed());
    }
}
