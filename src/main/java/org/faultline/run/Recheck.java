package org.faultline.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Conversation;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;

/**
 * {@code Check again}: measures what a fix of the earlier verdict could have changed, and says what became better.
 *
 * <p>From the stage of the earliest fault or warning outward everything is measured anew; before it only the machine's own state is read
 * again ({@link #CHEAP}), and the rest is kept, marked with the time at which it was seen ({@value #SEEN_AT}). The whole check is
 * run instead, so that nobody is blamed by what was true a while ago, when
 * <ol>
 *   <li>the stages before come out otherwise than they did, or
 *   <li>a fault or a warning is found that was not there before, or
 *   <li>one rests on nothing that was measured now.
 * </ol>
 */
public record Recheck(Check check, Workplace workplace) {

    /** Value of an observation that was made before this run: when, ISO-8601. */
    public static final String SEEN_AT = "seenAt";

    /** Probes that read the machine's state in a few milliseconds and send nothing. */
    private static final Set<String> CHEAP = Set.of("loopback-link", "loopback-address", "loopback-route", "loopback6-address", "loopback6-route",
        "ipv6-switch", "adapters", "wifi", "carrier", "address", "default-route", "resolver-config");

    /** Runs again to the verdict, the deadline or the cancellation, and adds to the earlier conversation. */
    public Rechecked run(Report before, Cancellation cancellation, Progress progress) {
        Optional<Stage> from = fixedAt(before.diagnosis()).filter(stage -> stage != Stage.LOOPBACK_IPV4);
        if (from.isPresent()) {
            Leg partly = measure(keptFrom(before, from.get()), cancellation, progress);
            if (cancellation.isCancelled() || isTrustworthy(before.diagnosis(), partly.report(), from.get())) {
                return rechecked(before, partly, from);
            }
        }
        return rechecked(before, measure(Carried.NOTHING, cancellation, progress), Optional.empty());
    }

    private Leg measure(Carried carried, Cancellation cancellation, Progress progress) {
        return new Session(check.plan(check.stages()), workplace, carried).leg(cancellation, progress);
    }

    /** Where a fix sets in: at the earliest stage with a fault or a warning. */
    private static Optional<Stage> fixedAt(Diagnosis before) {
        return before.findings().stream().filter(Recheck::accuses).map(Finding::stage).min(Stage::compareTo);
    }

    private static Carried keptFrom(Report before, Stage from) {
        List<Observation> kept = before.observations().stream()
            .filter(seen -> seen.stage().compareTo(from) < 0 && !seen.unmeasured() && !PersonQuestion.isTold(seen) && !CHEAP.contains(seen.probe()))
            .map(seen -> marked(seen, before.started())).toList();
        return new Carried(kept, kept.stream().map(Observation::probe).collect(Collectors.toSet()), List.of(), Optional.empty());
    }

    private static Observation marked(Observation seen, Instant started) {
        Map<String, Object> values = new LinkedHashMap<>(seen.values());
        values.putIfAbsent(SEEN_AT, started.plus(seen.started()).truncatedTo(ChronoUnit.SECONDS).toString());
        return new Observation(seen.id(), seen.probe(), seen.target(), seen.stage(), seen.outcome(), seen.cause(), seen.detail(), seen.method(),
            Duration.ZERO, seen.elapsed(), values);
    }

    private static boolean isTrustworthy(Diagnosis before, Report after, Stage from) {
        boolean sameBefore = outcomes(before, from).equals(outcomes(after.diagnosis(), from));
        Set<Fault> known = before.findings().stream().map(Finding::fault).collect(Collectors.toSet());
        List<Finding> accusing = after.diagnosis().findings().stream().filter(Recheck::accuses).toList();
        boolean nothingNew = accusing.stream().map(Finding::fault).allMatch(known::contains);
        boolean allFresh = accusing.stream().allMatch(finding -> finding.because().stream().anyMatch(Recheck::failedNow));
        return sameBefore && nothingNew && allFresh;
    }

    /** How the stages before this one came out. */
    private static List<String> outcomes(Diagnosis diagnosis, Stage from) {
        Predicate<StageResult> before = stage -> stage.stage().compareTo(from) < 0;
        return diagnosis.stages().stream().filter(before).map(stage -> stage.stage().id() + " " + stage.status().id()).toList();
    }

    private static boolean failedNow(Observation seen) {
        return seen.failed() && !seen.values().containsKey(SEEN_AT);
    }

    private static boolean accuses(Finding finding) {
        return finding.severity() == Severity.FAULT || finding.severity() == Severity.WARNING;
    }

    private Rechecked rechecked(Report before, Leg leg, Optional<Stage> from) {
        Report after = leg.report();
        Conversation told = Timeline.checkedAgain(before.conversation(), before, after, from, workplace.wallClock().instant());
        return new Rechecked(new Leg(after.with(told), leg.done()), from, Comparison.of(before.diagnosis(), after.diagnosis()));
    }

    /**
     * @param from       the stage from which on it was measured anew; empty when everything was
     * @param comparison what became better or worse
     */
    public record Rechecked(Leg leg, Optional<Stage> from, Comparison comparison) {
        public Report report() {
            return leg.report();
        }
    }
}
