package org.faultline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;

/**
 * What became better or worse between two checks of the same machine.
 *
 * @param stages each stage that either of them judged
 * @param gone   faults and warnings that are there no more
 * @param came   those that were not there before
 */
public record Comparison(List<StageChange> stages, List<Finding> gone, List<Finding> came) {

    public Comparison {
        stages = List.copyOf(stages);
        gone = List.copyOf(gone);
        came = List.copyOf(came);
    }

    public enum Trend {
        BETTER, WORSE, SAME,
        /** One of the two does not know. */
        UNCLEAR
    }

    public record StageChange(Stage stage, StageStatus before, StageStatus after) {

        public Trend trend() {
            Optional<Integer> was = badness(before);
            Optional<Integer> is = badness(after);
            return was.isPresent() && is.isPresent() ? Comparison.trend(Integer.compare(is.get(), was.get())) : before == after ? Trend.SAME : Trend.UNCLEAR;
        }
    }

    public static Comparison of(Diagnosis before, Diagnosis after) {
        List<StageChange> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            StageStatus was = status(before, stage);
            StageStatus is = status(after, stage);
            if (was != StageStatus.NOT_RUN || is != StageStatus.NOT_RUN) {
                stages.add(new StageChange(stage, was, is));
            }
        }
        return new Comparison(stages, notIn(after, before), notIn(before, after));
    }

    /**
     * Better when something is gone and nothing came, or what came lies further out than all that is gone: one fault is mended, and the next
     * shows. Unclear where nothing accuses and one of the two could not decide a stage,
     * and where all that came lies in stages that were not judged before.
     */
    public Trend trend() {
        if (gone.isEmpty() && came.isEmpty()) {
            return stages.stream().anyMatch(change -> change.trend() == Trend.UNCLEAR) ? Trend.UNCLEAR : Trend.SAME;
        }
        if (came.isEmpty()) {
            return lostSight() ? Trend.UNCLEAR : Trend.BETTER;
        }
        if (gone.isEmpty() && came.stream().noneMatch(finding -> wasJudged(finding.stage()))) {
            return Trend.UNCLEAR;
        }
        boolean furtherOut = !gone.isEmpty() && nearest(came).compareTo(nearest(gone)) > 0;
        return furtherOut ? Trend.BETTER : Trend.WORSE;
    }

    /** What nobody looked at before may have been there all along. */
    private boolean wasJudged(Stage stage) {
        return stages.stream().filter(change -> change.stage() == stage).anyMatch(change -> badness(change.before()).isPresent());
    }

    /** A fault that cannot be seen any more is not gone for that. */
    private boolean lostSight() {
        return stages.stream().anyMatch(change -> badness(change.before()).filter(bad -> bad > 0).isPresent() && badness(change.after()).isEmpty());
    }

    private static Stage nearest(List<Finding> findings) {
        return findings.stream().map(Finding::stage).min(Stage::compareTo).orElseThrow();
    }

    private static Optional<Integer> badness(StageStatus status) {
        return switch (status) {
            case OK, INFO -> Optional.of(0);
            case WARNING -> Optional.of(1);
            case FAULT -> Optional.of(2);
            case NOT_RUN, NOT_MEASURED -> Optional.empty();
        };
    }

    private static Trend trend(int difference) {
        return difference < 0 ? Trend.BETTER : difference > 0 ? Trend.WORSE : Trend.SAME;
    }

    private static StageStatus status(Diagnosis diagnosis, Stage stage) {
        return diagnosis.stages().stream().filter(result -> result.stage() == stage).findFirst().map(StageResult::status).orElse(StageStatus.NOT_RUN);
    }

    private static List<Finding> notIn(Diagnosis other, Diagnosis diagnosis) {
        Set<Fault> there = other.findings().stream().map(Finding::fault).collect(Collectors.toSet());
        return diagnosis.findings().stream().filter(finding -> finding.severity() == Severity.FAULT || finding.severity() == Severity.WARNING)
            .filter(finding -> !there.contains(finding.fault())).toList();
    }
}
