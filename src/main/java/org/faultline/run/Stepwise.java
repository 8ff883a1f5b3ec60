package org.faultline.run;

import static java.util.function.Predicate.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.diagnosis.Evidence;
import org.faultline.diagnosis.Judgement;
import org.faultline.diagnosis.Moments;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.probe.Probe;

/**
 * Measures for a {@link Guide}: a check that is made stage by stage, with people answering in between. Each part goes on from all that
 * was seen before; where a question of the tree looks beyond the stage, the probes that it needs are run, and no others.
 */
public record Stepwise(Check check, Workplace workplace) {

    /** Ten minutes: longer than reading out and answering the questions of a step takes, shorter than a break. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** The stages that there are to measure, in order. */
    public List<Stage> stages() {
        return Stage.PATH.stream().filter(check.stages()::contains).toList();
    }

    /** Measures and judges these stages; what earlier parts have measured is not measured again. */
    public Leg measure(Set<Stage> judged, Leg before, Cancellation cancellation, Progress progress) {
        List<Probe> lent = check.plan(check.stages()).probes().stream().filter(probe -> !judged.contains(probe.stage())).toList();
        Instant oldest = workplace.wallClock().instant().minus(FRESH);
        Leg known = withoutStale(before, oldest);
        Carried carried = new Carried(lasting(known, oldest), known.done(), lent, Optional.of(before.report().started()));
        return new Session(check.plan(judged), workplace, carried).leg(cancellation, progress);
    }

    /** What was seen too long ago is measured again, as after a session that was left open over lunch: a cable may have been pulled since. */
    private static Leg withoutStale(Leg leg, Instant oldest) {
        Report report = leg.report();
        if (report.started().plus(report.elapsed()).isBefore(oldest)) {
            return new Leg(report, Set.of());
        }
        Set<String> stale = report.observations().stream().filter(seen -> isStale(report, seen, oldest))
            .map(Observation::probe).collect(Collectors.toSet());
        return new Leg(report, leg.done().stream().filter(not(stale::contains)).collect(Collectors.toSet()));
    }

    private static boolean isStale(Report report, Observation seen, Instant oldest) {
        return report.started().plus(seen.started()).isBefore(oldest);
    }

    /**
     * What a probe saw before it was cut off is measured again, and what a person said too long ago is asked again: the lights that were off
     * yesterday say nothing of the cable of today.
     */
    private static List<Observation> lasting(Leg leg, Instant oldest) {
        Report report = leg.report();
        return report.observations().stream()
            .filter(seen -> PersonQuestion.isTold(seen) ? !isStale(report, seen, oldest) : leg.done().contains(seen.probe())).toList();
    }

    /** Whether the verdict on these stages waits for nothing that was not measured yet. */
    public boolean isSettled(Leg leg, Set<Stage> judged) {
        Set<String> toCome = check.plan(check.stages()).probes().stream().map(Probe::name).filter(not(leg.done()::contains)).collect(Collectors.toSet());
        return Judgement.judge(new Evidence(leg.report().observations(), toCome), judged, Moments.once(leg.report().elapsed())).complete();
    }

    /**
     * The same with a person's answer, which takes the place of an earlier one, judged anew. Where the answer leads to something that was
     * not measured yet, {@link #measure} does so.
     */
    static Leg answered(Leg leg, PersonQuestion question, Truth answer, Instant at) {
        Report report = leg.report();
        Observation told = question.answered(answer, ObservationId.of(ObservationId.last(report.observations()) + 1), since(report.started(), at));
        List<Observation> observations = Stream.concat(
            report.observations().stream().filter(not(seen -> PersonQuestion.isTold(seen) && seen.target().equals(question.id()))),
            Stream.of(told)).toList();
        Report judged = new Report(report.toolVersion(), report.started(), report.elapsed(), report.machine(),
            judge(observations, judgedStages(report), report.elapsed()).diagnosis(), observations, report.conversation());
        return new Leg(judged, leg.done());
    }

    /** Questions to a person that would settle what no probe of this part could, in the order in which the tree came by them. */
    public static List<PersonQuestion> toAsk(Report report) {
        return judge(report.observations(), judgedStages(report), report.elapsed()).toAsk();
    }

    private static Judgement.Judged judge(List<Observation> observations, Set<Stage> stages, Duration now) {
        return Judgement.judge(Evidence.complete(observations), stages, Moments.once(now));
    }

    /** A stage that a fault before it explains is judged as soon as that fault is gone. */
    private static Set<Stage> judgedStages(Report report) {
        return report.diagnosis().stages().stream().filter(stage -> !stage.path().isEmpty()).map(stage -> stage.stage()).collect(Collectors.toSet());
    }

    private static Duration since(Instant start, Instant at) {
        return at.isAfter(start) ? Duration.between(start, at) : Duration.ZERO;
    }
}
