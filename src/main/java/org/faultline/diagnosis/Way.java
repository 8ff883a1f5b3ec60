package org.faultline.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/** Rules about the way out: does anything beyond the gateway answer, who says why not, and how good is the path. */
final class Way {

    private static final String[] IPV4 = {"external-echo", "external-tcp"};
    private static final String[] IPV6 = {"external-echo6", "external-tcp6"};
    private static final String[] ALL = {"external-echo", "external-tcp", "external-echo6", "external-tcp6"};

    /**
     * 40 %: with a full connection table one flow in ten or so gets through; example: of 6 attempts 1 passed (17 %): suspicious. A
     * filtered ping leaves 3 of 6 (50 %): not suspicious.
     */
    private static final double FEW_PASS = 0.4;

    private Way() { }

    /**
     * Yes as soon as one target answers. No once each family is given up: (1) most of its pings were returned by a router that cannot
     * deliver them, which counts for its other probes too as routers limit how often they say so, or (2) all its probes have failed. Where
     * names are found, the sites are waited for as well: some networks shut the well-known hosts out, which are name servers. The trace, which
     * the next questions need, is under way meanwhile.
     */
    static Answer anythingAnswers(Evidence evidence) {
        Seen sites = evidence.by("https");
        Answer any = evidence.by(ALL).and(evidence.by("dns-public")).and(new Seen(sites.observations(), Set.of())).anyPassed();
        boolean namesFound = !evidence.by("dns", "system-resolve").passed().isEmpty();
        if (any.truth() != Truth.YES && namesFound && !sites.complete()) {
            return any.isFinal() ? Answer.awaiting(sites.and(evidence.by("trace")).awaiting()) : Answer.awaiting(sites.awaiting());
        }
        if (any.isFinal()) {
            return any;
        }
        boolean ipv4Over = givenUp(evidence, IPV4);
        boolean ipv6Over = givenUp(evidence, IPV6);
        return ipv4Over && ipv6Over ? Answer.of(Truth.NO, evidence.by(ALL).failed()) : any;
    }

    /**
     * Example: of three pings two came back as unreachable after a millisecond; routers send about six such errors and then one a second, so
     * the third, and the connections, stay silent.
     */
    private static boolean givenUp(Evidence evidence, String[] family) {
        Seen pings = evidence.by(family[0]);
        Seen all = evidence.by(family);
        long returned = pings.observations().stream().filter(Way::isReturned).count();
        boolean most = returned > 1 && returned * 2 > pings.observations().size() && all.passed().isEmpty();
        boolean allFailed = all.complete() && all.passed().isEmpty();
        return most || allFailed;
    }

    private static boolean isReturned(Observation probe) {
        return saysUnreachable(probe) || saysProhibited(probe) || saysTimeExceeded(probe);
    }

    static Answer allTargetsFail(Evidence evidence) {
        Answer failed = evidence.by(ALL).allFailed();
        return lastHop(evidence).map(hop -> failed.with("value", hop)).orElse(failed);
    }

    private static Optional<String> lastHop(Evidence evidence) {
        return evidence.by("trace").first().flatMap(trace -> trace.list("hops").stream().map(Object::toString)
            .filter(hop -> !hop.equals("*")).reduce((_, last) -> last));
    }

    static Answer routerSaysProhibited(Evidence evidence) {
        return routerSays(evidence, Way::saysProhibited);
    }

    static Answer routerSaysUnreachable(Evidence evidence) {
        return routerSays(evidence, Way::saysUnreachable);
    }

    private static Answer routerSays(Evidence evidence, Predicate<Observation> says) {
        Seen seen = new Seen(evidence.by(ALL).observations(), Set.of());
        Answer answer = seen.any(says);
        return seen.where(says).first().flatMap(observation -> observation.text("icmpFrom"))
            .map(router -> answer.with("value", router)).orElse(answer);
    }

    /** Time ran out on the way (ICMP 11/0, ICMPv6 3/0), or a trace meets the same router twice. */
    static Answer packetsRunInCircles(Evidence evidence) {
        Answer exceeded = routerSays(evidence, Way::saysTimeExceeded);
        if (exceeded.truth() == Truth.YES || routerSaysUnreachable(evidence).truth() == Truth.YES) {
            return exceeded;
        }
        return evidence.by("trace").any(trace -> trace.flag("loop"));
    }

    /** RFC 792 type 3 codes 0, 1, 6, 7 and 4443 type 1 codes 0, 3. */
    private static boolean saysUnreachable(Observation observation) {
        return icmp(observation, "3/0", "3/1", "3/6", "3/7", "3/11", "3/12") && ipv4(observation)
            || icmp(observation, "1/0", "1/3") && !ipv4(observation);
    }

    /** RFC 1812 type 3 codes 9, 10, 13 and RFC 4443 type 1 codes 1, 5, 6. */
    private static boolean saysProhibited(Observation observation) {
        return icmp(observation, "3/9", "3/10", "3/13") && ipv4(observation) || icmp(observation, "1/1", "1/5", "1/6") && !ipv4(observation);
    }

    private static boolean saysTimeExceeded(Observation observation) {
        return icmp(observation, "11/0") && ipv4(observation) || icmp(observation, "3/0") && !ipv4(observation);
    }

    private static boolean ipv4(Observation observation) {
        return !observation.target().contains(":");
    }

    private static boolean icmp(Observation observation, String... kinds) {
        String kind = observation.text("icmpType").orElse("") + "/" + observation.text("icmpCode").orElse("");
        return observation.failed() && List.of(kinds).contains(kind);
    }

    /** Whether fresh flows pass; only asked of the network where one passed and hardly any other did. */
    static Answer newFlowsPass(Evidence evidence) {
        Seen first = evidence.by(IPV4).and(new Seen(evidence.by("dns-public").observations(), Set.of()));
        long passed = first.passed().size();
        long measured = first.passed().size() + first.failed().size();
        if (passed > 0 && passed >= FEW_PASS * (measured + first.awaiting().size())) {
            return Answer.of(Truth.YES, first.passed());
        }
        if (!first.complete()) {
            return Answer.awaiting(first.awaiting());
        }
        boolean few = passed > 0 && passed < FEW_PASS * measured;
        return few ? evidence.by("new-flows").anyPassed().against(first.passed()) : Answer.unknown(first.unmeasured());
    }

    /** A loss counts once a second, longer series to two hosts confirms it for both: one alone may drop pings that come fast. */
    static Answer losesPackets(Evidence evidence) {
        Answer lost = evidence.by("external-echo").any(ping -> ping.passed() && ping.number("lossPercent").orElse(0.0) > 0);
        if (!lost.isFinal() || lost.truth() != Truth.YES) {
            return lost;
        }
        Answer confirmed = evidence.by("external-quality").allFailed(Cause.LOSS);
        return evidence.by("external-quality").where(quality -> quality.failedWith(Cause.LOSS)).first()
            .flatMap(quality -> quality.number("lossPercent")).map(percent -> confirmed.with("value", Math.round(percent) + " %"))
            .orElse(confirmed);
    }

    /** Quick while any target answers within the limit; slow once a second series confirms it. */
    static Answer quick(Evidence evidence) {
        Answer quick = evidence.by("external-echo").where(Observation::passed).any(Way::withinLimit);
        if (!quick.isFinal() || quick.truth() != Truth.NO) {
            return quick;
        }
        Answer slow = evidence.by("external-quality").anyFailed(Cause.SLOW);
        return evidence.by("external-quality").where(Observation::failed).first().flatMap(quality -> quality.number("rttMs"))
            .map(rtt -> slow.with("value", Math.round(rtt) + " ms")).orElse(slow).not();
    }

    private static boolean withinLimit(Observation ping) {
        return ping.number("rttMs").orElse(0.0) <= ping.number("limitMs").orElse(Double.MAX_VALUE);
    }

    /**
     * Large packets vanish when (1) large pings are silent where small ones are answered, and (2) a long request is lost where a short one
     * is answered, or (3) every secure site stalls over its certificates, the first large packets that come back. Many networks drop large
     * pings alone, so (1) is not enough.
     */
    static Answer largePacketsVanish(Evidence evidence) {
        Answer largePingsSilent = evidence.by("path-mtu").allFailed(Cause.NO_REPLY);
        Answer smallPingsAnswered = evidence.by("external-echo").anyPassed();
        Answer suspicion = smallPingsAnswered.and(largePingsSilent);
        if (!suspicion.isFinal() || suspicion.truth() != Truth.YES) {
            return suspicion;
        }
        Answer shortRequestAnswered = evidence.by("http").anyPassed();
        Answer longRequestLost = evidence.by("large-request").allFailed(Cause.NO_REPLY, Cause.STALLED);
        Answer everySiteStalls = evidence.by("https").allFailed(Cause.STALLED);
        return suspicion.and(everySiteStalls.or(shortRequestAnswered.and(longRequestLost)));
    }

    static Answer ipv4Works(Evidence evidence) {
        return works(evidence, IPV4, evidence.by("dns-public").where(Way::ipv4));
    }

    static Answer ipv6Works(Evidence evidence) {
        return works(evidence, IPV6, new Seen(List.of(), Set.of()));
    }

    private static Answer works(Evidence evidence, String[] family, Seen others) {
        Seen tried = evidence.by(family);
        if (tried.complete() && tried.observations().isEmpty()) {
            return Answer.unknown(List.of());
        }
        Answer any = tried.and(others).anyPassed();
        return !any.isFinal() && others.passed().isEmpty() && givenUp(evidence, family)
            ? Answer.of(Truth.NO, evidence.by(family).failed()) : any;
    }

    static Answer pingPasses(Evidence evidence) {
        return evidence.by("external-echo", "external-echo6").anyPassed();
    }

    /** Whether each target answered in at least one way, within the families that work at all. */
    static Answer everyTargetAnswers(Evidence evidence) {
        Seen seen = evidence.by(IPV4).passed().isEmpty() ? evidence.by(IPV6) : evidence.by(IPV4);
        Map<String, List<Observation>> byTarget = seen.observations().stream().filter(observation -> !observation.unmeasured())
            .collect(Collectors.groupingBy(Observation::target, TreeMap::new, Collectors.toList()));
        List<Observation> dead = byTarget.values().stream().filter(all -> all.stream().noneMatch(Observation::passed)).flatMap(List::stream).toList();
        if (!seen.complete()) {
            return Answer.awaiting(seen.awaiting());
        }
        if (byTarget.isEmpty()) {
            return Answer.unknown(seen.unmeasured());
        }
        return dead.isEmpty() ? Answer.of(Truth.YES, seen.passed()) : Answer.of(Truth.NO, dead).against(seen.passed()).with("target", dead.getFirst().target());
    }
}
