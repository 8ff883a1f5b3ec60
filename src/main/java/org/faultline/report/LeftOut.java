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
 * everything worked: with {@code --no-external} a computer whose name server refuses to answer looks healthy up to its router. Where it
 * found one it must not blame what it looked at for what may lie before it: with {@code --only external} a router that is off looks like a
 * provider that is.
 *
 * @param stages  empty where every stage was judged, or where the run did not come so far
 * @param chosen  a person asked for less; false while a guided session is still on its way
 * @param before  they lie before a fault
 */
public record LeftOut(List<Stage> stages, boolean chosen, boolean before) {

    public LeftOut {
        stages = List.copyOf(stages);
    }

    public static LeftOut of(Report report) {
        return new LeftOut(of(report.diagnosis()), report.conversation().mode() == Conversation.Mode.QUICK,
            report.diagnosis().verdict().status() == Verdict.Status.FAULT);
    }

    /** Without a fault the judging goes on to the end of what was asked for: what was not judged was not asked for. */
    public static List<Stage> of(Diagnosis diagnosis) {
        Verdict.Status status = diagnosis.verdict().status();
        if (status == Verdict.Status.FAULT) {
            return diagnosis.verdict().finding().map(finding -> before(finding.stage(), diagnosis)).orElse(List.of());
        }
        return status == Verdict.Status.UNDECIDED ? List.of() : notAskedFor(diagnosis);
    }

    /** Whether 127.0.0.1 works decides nothing about ::1; all that lies outward needs what lies before it. */
    private static List<Stage> before(Stage fault, Diagnosis diagnosis) {
        return fault == Stage.LOOPBACK_IPV6 ? List.of() : notAskedFor(diagnosis).stream().filter(stage -> stage.compareTo(fault) < 0).toList();
    }

    private static List<Stage> notAskedFor(Diagnosis diagnosis) {
        return diagnosis.stages().stream().filter(stage -> stage.status() == StageStatus.NOT_RUN && stage.explainedBy().isEmpty())
            .map(stage -> stage.stage()).filter(Stage.PATH::contains).toList();
    }

    /** Everything up to the router was judged, and nothing beyond it. */
    boolean inside() {
        return stages.equals(List.of(Stage.EXTERNAL));
    }

    /** Which of the words of a verdict fit: {@code before}, {@code inside} or {@code partial}; empty where nothing was left out. */
    public Optional<String> kind() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(before ? "before" : inside() ? "inside" : "partial");
    }

    /** The title of a healthy verdict; empty where nothing was left out. */
    Optional<String> title(Texts labels) {
        return kind().map(kind -> labels.get("part." + kind + ".title"));
    }

    /** Its summary. */
    Optional<String> summary(Texts labels) {
        return kind().map(kind -> labels.get("part." + kind + ".summary"));
    }

    /** What was not checked, in one sentence; empty where nothing was left out, and where the summary says it already. */
    Optional<String> sentence(Words words, Texts labels) {
        return kind().filter(_ -> !before).map(kind -> labels.get("leftOut." + kind + (chosen ? ".chosen" : ""),
            stages.stream().map(words::stageName).collect(Collectors.joining(", "))));
    }
}
