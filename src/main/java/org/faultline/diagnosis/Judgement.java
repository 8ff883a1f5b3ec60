package org.faultline.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faultline.diagnosis.Walk.Walked;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/**
 * Judges the evidence so far, stage by stage from loopback outward, and stops the blame at the first fault.
 *
 * <ol>
 *   <li>A fault ends the judging, unless it is {@link #HARMLESS_BEYOND}. From the interface outward, what lies beyond is its consequence.
 *   <li>So does a warning that {@link #UNSETTLES} all that lies beyond it.
 *   <li>Warnings and notes met before it are kept.
 *   <li>Healthy means that every stage asked for was judged and at least one question of each was answered; only the IPv6
 *       loopback may stay unmeasured, as it never blocks.
 * </ol>
 */
public final class Judgement {

    /** A wrong name for this machine cannot explain anything outside it. */
    private static final Set<Fault> HARMLESS_BEYOND = EnumSet.of(Fault.LOCALHOST_WRONG);

    /** Faults of loopback after which nothing works anywhere; the others end the judging and explain nothing outside. */
    private static final Set<Fault> REACHES_OUT = EnumSet.of(Fault.STACK_BROKEN, Fault.PORTS_EXHAUSTED);

    /** Without descriptors nothing else can be measured either. */
    private static final Set<Fault> STOPS_MEASURING = EnumSet.of(Fault.DESCRIPTORS_EXHAUSTED);

    /** While the link comes and goes or the first hop loses packets, a failure beyond proves nothing more. */
    private static final Set<Fault> UNSETTLES = EnumSet.of(Fault.LINK_FLAPPING, Fault.GATEWAY_LOSSY);

    private final List<Walked> walks = new ArrayList<>();
    private final Set<Stage> wanted;
    private final Moments moments;
    private Optional<Fault> fault = Optional.empty();
    private Optional<Fault> explanation = Optional.empty();
    private boolean ended;

    private Judgement(Set<Stage> wanted, Moments moments) {
        this.wanted = wanted;
        this.moments = moments;
    }

    /** Judges what can be judged now; {@link Judged#awaiting()} names what the rest waits for. */
    public static Judged judge(Evidence evidence, Set<Stage> wanted, Moments moments) {
        return new Judgement(wanted, moments).run(evidence, false);
    }

    /** Judges evidence to which nothing more will come because the run was cut short. */
    public static Judged cutShort(Evidence evidence, Set<Stage> wanted, Moments moments) {
        return new Judgement(wanted, moments).run(evidence, true);
    }

    private Judged run(Evidence evidence, boolean cutShort) {
        Set<String> awaiting = Set.of();
        for (Stage stage : Stage.values()) {
            if (!wanted.contains(stage) || ended || !awaiting.isEmpty()) {
                continue;
            }
            Walked walked = Walk.follow(stage, evidence, cutShort);
            walks.add(walked);
            awaiting = walked.awaiting();
            if (fault.isEmpty()) {
                fault = walked.fault().map(Finding::fault);
            }
            explanation = walked.findings().stream().map(Finding::fault).filter(Judgement::explainsWhatLiesBeyond).findFirst();
            ended = explanation.isPresent() || walked.conclusion().filter(STOPS_MEASURING::contains).isPresent()
                || cutShort && !walked.decided();
        }
        boolean complete = awaiting.isEmpty();
        List<Finding> notes = complete ? Walk.followUnmeasured(lastStage(), evidence) : List.of();
        return new Judged(diagnosis(notes), complete, awaiting, walks.stream().flatMap(walked -> walked.toAsk().stream()).distinct().toList());
    }

    /** Whether what lies beyond this finding need not be judged before it is gone. */
    public static boolean explainsWhatLiesBeyond(Fault found) {
        return found.severity() == Severity.FAULT ? !HARMLESS_BEYOND.contains(found) : UNSETTLES.contains(found);
    }

    private static boolean reachesOut(Fault found) {
        return found.stage().filter(stage -> stage != Stage.LOOPBACK_IPV4).isPresent() || REACHES_OUT.contains(found);
    }

    private Stage lastStage() {
        return walks.isEmpty() ? shown().getFirst() : walks.getLast().stage();
    }

    /** A check shows the whole way outward, whatever of it was asked for; other runs only what they are about. */
    private List<Stage> shown() {
        List<Stage> aside = wanted.stream().filter(stage -> !Stage.PATH.contains(stage)).sorted().toList();
        return aside.isEmpty() ? Stage.PATH : aside;
    }

    private Diagnosis diagnosis(List<Finding> notes) {
        List<Finding> findings = new ArrayList<>();
        walks.forEach(walked -> findings.addAll(walked.findings()));
        findings.addAll(notes);
        findings.replaceAll(finding -> finding.at(moments.of(finding.fault())));
        List<StageResult> stages = new ArrayList<>();
        for (Stage stage : shown()) {
            stages.add(result(stage));
        }
        Verdict verdict = verdict(findings, stages);
        findings.sort(Comparator.comparing((Finding finding) -> !verdict.finding().equals(Optional.of(finding)))
            .thenComparing(finding -> rank(finding.severity())));
        return new Diagnosis(verdict, findings, stages);
    }

    private Verdict verdict(List<Finding> findings, List<StageResult> stages) {
        Duration now = moments.now();
        Optional<Finding> blamed = findings.stream().filter(finding -> fault.equals(Optional.of(finding.fault()))).findFirst();
        if (blamed.isPresent()) {
            return new Verdict(Verdict.Status.FAULT, blamed, Between.of(blamed.get()), now);
        }
        Optional<Finding> hindrance = findings.stream().filter(Judgement::hinders).findFirst();
        boolean undecided = walks.isEmpty() || walks.stream().anyMatch(walked -> !walked.decided())
            || stages.stream().anyMatch(stage -> stage.stage() != Stage.LOOPBACK_IPV6 && stage.status() == StageStatus.NOT_MEASURED);
        if (undecided) {
            return new Verdict(Verdict.Status.UNDECIDED, hindrance, List.of(), now);
        }
        Optional<Finding> warning = findings.stream().filter(finding -> finding.severity() == Severity.WARNING).findFirst();
        return warning.isPresent()
            ? new Verdict(Verdict.Status.DEGRADED, warning, Between.of(warning.get()), now)
            : new Verdict(Verdict.Status.HEALTHY, Optional.empty(), List.of(), now);
    }

    /** What explains that nothing could be decided, as opposed to a single probe that could not be made. */
    private static boolean hinders(Finding finding) {
        return finding.severity() == Severity.NOT_MEASURED;
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case FAULT -> 0;
            case WARNING -> 1;
            case NOT_MEASURED -> 2;
            case INFO -> 3;
        };
    }

    private StageResult result(Stage stage) {
        Optional<Walked> walked = walks.stream().filter(walk -> walk.stage() == stage).findFirst();
        Optional<Fault> explainedBy = walked.isEmpty() && wanted.contains(stage) ? explanation.filter(Judgement::reachesOut)
            : Optional.empty();
        return new StageResult(stage, walked.map(Judgement::status).orElse(StageStatus.NOT_RUN),
            walked.isPresent() ? moments.of(stage) : Duration.ZERO, walked.map(Walked::path).orElse(List.of()), explainedBy);
    }

    private static StageStatus status(Walked walked) {
        if (walked.fault().isPresent()) {
            return StageStatus.FAULT;
        }
        boolean nothingKnown = walked.path().stream().allMatch(step -> step.answer() == Truth.UNKNOWN);
        if (!walked.decided()) {
            return StageStatus.NOT_RUN;
        }
        if (walked.hindered() || nothingKnown) {
            return StageStatus.NOT_MEASURED;
        }
        if (walked.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING)) {
            return StageStatus.WARNING;
        }
        return walked.findings().stream().anyMatch(finding -> finding.severity() == Severity.INFO) ? StageStatus.INFO : StageStatus.OK;
    }

    /**
     * @param complete nothing more is awaited: the verdict stands
     * @param awaiting probes that the next question needs
     * @param toAsk    questions to a person that would settle what no probe could, in the order in which they were met
     */
    public record Judged(Diagnosis diagnosis, boolean complete, Set<String> awaiting, List<PersonQuestion> toAsk) {

        /** The stages that were decided. */
        public Set<Stage> decided() {
            Set<Stage> decided = EnumSet.noneOf(Stage.class);
            diagnosis.stages().stream().filter(stage -> stage.status() != StageStatus.NOT_RUN).map(StageResult::stage)
                .forEach(decided::add);
            return decided;
        }
    }
}
