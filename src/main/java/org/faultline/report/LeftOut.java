package org.faultline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Conversation;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/**
 * The stages of the way outward that a run was not asked to look at. Where such a run found no fault it must not sound as if
 * everything worked: with {@code --no-external} a computer whose name server refuses to answer looks healthy up to its router.
 *
 * @param stages  empty where every stage was judged, or where the run did not come so far
 * @param chosen  a person asked for less; false while a guided session is still on its way
 */
public record LeftOut(List<Stage> stages, boolean chosen) {

    public LeftOut {
        stages = List.copyOf(stages);
    }

    public static LeftOut of(Report report) {
        return new LeftOut(of(report.diagnosis()), report.conversation().mode() == Conversation.Mode.QUICK);
    }

    /** Without a fault the judging goes on to the end of what was asked for: what was not judged was not asked for. */
    public static List<Stage> of(Diagnosis diagnosis) {
        Verdict.Status status = diagnosis.verdict().status();
        if (status != Verdict.Status.HEALTHY && status != Verdict.Status.DEGRADED) {
            return List.of();
        }
        return diagnosis.stages().stream().filter(stage -> stage.status() == StageStatus.NOT_RUN && stage.explainedBy().isEmpty())
            .map(stage -> stage.stage()).filter(Stage.PATH::contains).toList();
    }

    /** Everything up to the router was judged, and nothing beyond it. */
    boolean inside() {
        return stages.equals(List.of(Stage.EXTERNAL));
    }

    /** Which of the words of a verdict fit: {@code inside} or {@code partial}; empty where nothing was left out. */
    Optional<String> kind() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(inside() ? "inside" : "partial");
    }

    /** The title of a healthy verdict; empty where nothing was left out. */
    Optional<String> title(Texts labels) {
        return kind().map(kind -> labels.get("part." + kind + ".title"));
    }

    /** Its summary. */
    Optional<String> summary(Texts labels) {
        return kind().map(kind -> labels.get("part." + kind + ".summary"));
    }

    /** What was not checked, in one sentence; empty where nothing was left out. */
    Optional<String> sentence(Words words, Texts labels) {
        return kind().map(kind -> labels.get("leftOut." + kind + (chosen ? ".chosen" : ""),
            stages.stream().map(words::stageName).collect(Collectors.joining(", "))));
    }
}
