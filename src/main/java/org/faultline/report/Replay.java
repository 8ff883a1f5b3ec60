package org.faultline.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.diagnosis.Evidence;
import org.faultline.diagnosis.Judgement;
import org.faultline.diagnosis.Moments;
import org.faultline.model.Cause;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;

/**
 * Judges the observations of a saved report anew, with the tree of this version, and says in what that differs from what was saved.
 * Measures nothing.
 *
 * @param now         what this version makes of the observations
 * @param differences the verdict first; empty if this version judges alike
 */
public record Replay(Diagnosis now, List<Difference> differences) {

    public Replay {
        differences = List.copyOf(differences);
    }

    /** Untranslated; {@code was} or {@code is} is empty where there was or is nothing. */
    public record Difference(Kind kind, String about, String was, String is) { }

    public enum Kind {
        /** {@code STATUS CODE STAGE} of the verdict. */
        VERDICT,
        /** The status of a stage, which {@code about} names. */
        STAGE,
        /** A finding that only one of the two has: {@code CODE STAGE}. */
        FINDING
    }

    public static Replay of(Report saved) {
        Diagnosis now = judged(saved);
        return new Replay(now, differences(saved.diagnosis(), now));
    }

    private static Diagnosis judged(Report saved) {
        Set<String> unended = saved.observations().stream().filter(Replay::neverEnded).map(Observation::probe).collect(Collectors.toSet());
        Evidence evidence = new Evidence(saved.observations(), unended);
        Moments moments = Moments.once(saved.diagnosis().verdict().at());
        Set<Stage> wanted = wanted(saved);
        return (unended.isEmpty() ? Judgement.judge(evidence, wanted, moments) : Judgement.cutShort(evidence, wanted, moments)).diagnosis();
    }

    /** The run was cut short while this probe was to come or at work: the session itself wrote that down. */
    private static boolean neverEnded(Observation seen) {
        return seen.outcome() == Outcome.SKIPPED && seen.cause() == Cause.CANCELLED && seen.method().equals("session");
    }

    /** The stages that were to be judged: those that were, those that a fault explains, and those at which something was seen. */
    private static Set<Stage> wanted(Report saved) {
        Stream<Stage> judged = saved.diagnosis().stages().stream()
            .filter(stage -> stage.status() != StageStatus.NOT_RUN || stage.explainedBy().isPresent()).map(StageResult::stage);
        Stream<Stage> seen = saved.observations().stream().filter(Predicate.not(observation -> observation.probe().equals("session"))).map(Observation::stage);
        return Stream.concat(judged, seen).collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    }

    private static List<Difference> differences(Diagnosis was, Diagnosis is) {
        List<Difference> differences = new ArrayList<>();
        add(differences, Kind.VERDICT, "", verdict(was), verdict(is));
        Stream.of(Stage.values()).forEach(stage -> add(differences, Kind.STAGE, stage.id(), status(was, stage), status(is, stage)));
        Set<String> before = findings(was);
        Set<String> after = findings(is);
        before.stream().filter(Predicate.not(after::contains)).sorted().forEach(gone -> add(differences, Kind.FINDING, "", gone, ""));
        after.stream().filter(Predicate.not(before::contains)).sorted().forEach(come -> add(differences, Kind.FINDING, "", "", come));
        return differences;
    }

    private static void add(List<Difference> differences, Kind kind, String about, String was, String is) {
        if (!was.equals(is)) {
            differences.add(new Difference(kind, about, was, is));
        }
    }

    private static String verdict(Diagnosis diagnosis) {
        String stage = diagnosis.verdict().finding().map(finding -> " " + finding.stage().id()).orElse("");
        return diagnosis.verdict().status().id() + " " + diagnosis.verdict().code() + stage;
    }

    private static String status(Diagnosis diagnosis, Stage stage) {
        Optional<StageResult> result = diagnosis.stages().stream().filter(one -> one.stage() == stage).findFirst();
        return result.map(found -> found.status().id()).orElse("");
    }

    private static Set<String> findings(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Replay::finding).collect(Collectors.toSet());
    }

    private static String finding(Finding finding) {
        return finding.fault().code() + " " + finding.stage().id();
    }
}
