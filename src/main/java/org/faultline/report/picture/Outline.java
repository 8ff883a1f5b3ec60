package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/** The decision tree with what a run made of it: every stage of the diagnosis, every question, and what was walked of them. */
public record Outline(List<Branch> stages, Optional<Stage> focus) {

    /** @param running this is the stage that the run is at */
    public record Branch(StageResult result, Strand strand, boolean running) {

        public Stage stage() {
            return result.stage();
        }

        public String id() {
            return stage().id();
        }

        public State state() {
            return running && result.status() == StageStatus.NOT_RUN ? State.ASKING : State.of(result.status());
        }
    }

    public Outline {
        stages = List.copyOf(stages);
    }

    public static Outline of(Diagnosis diagnosis, boolean running) {
        Optional<Stage> current = running ? current(diagnosis) : Optional.empty();
        List<Branch> branches = new ArrayList<>();
        for (StageResult result : diagnosis.stages()) {
            boolean here = current.equals(Optional.of(result.stage()));
            branches.add(new Branch(result, Unrolled.of(result, diagnosis, here), here));
        }
        return new Outline(branches, current.or(() -> focus(diagnosis)));
    }

    /** The stage whose questions are being asked: the first one undecided after all that are decided. */
    private static Optional<Stage> current(Diagnosis diagnosis) {
        Optional<Stage> current = Optional.empty();
        for (StageResult result : diagnosis.stages().reversed()) {
            if (result.status() != StageStatus.NOT_RUN) {
                return current;
            }
            current = Optional.of(result.stage());
        }
        return current;
    }

    /** The stage that matters: that of the verdict, else one that could not be judged; where all is well none, unless there is but one. */
    private static Optional<Stage> focus(Diagnosis diagnosis) {
        if (diagnosis.verdict().status() == Verdict.Status.HEALTHY) {
            return diagnosis.stages().stream().map(StageResult::stage).filter(_ -> diagnosis.stages().size() == 1).findFirst();
        }
        return diagnosis.verdict().finding().map(Finding::stage).filter(stage -> walked(diagnosis, stage))
            .or(() -> diagnosis.stages().stream().filter(result -> result.status() == StageStatus.NOT_MEASURED).map(StageResult::stage).findFirst())
            .or(() -> diagnosis.stages().stream().filter(result -> result.status() == StageStatus.NOT_RUN && !result.path().isEmpty())
                .map(StageResult::stage).findFirst());
    }

    private static boolean walked(Diagnosis diagnosis, Stage stage) {
        return diagnosis.stages().stream().anyMatch(result -> result.stage() == stage && !result.path().isEmpty());
    }

    /** Every place of every stage, in the order of the tree. */
    public Stream<Place> places() {
        return stages.stream().flatMap(branch -> branch.strand().all());
    }
}
