package org.faultline.ui.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/** A run as it was while it went on. */
final class Partly {

    private Partly() { }

    /** Only so many questions answered. */
    static Diagnosis of(Diagnosis whole, int steps) {
        List<StageResult> stages = new ArrayList<>();
        int left = steps;
        for (StageResult stage : whole.stages()) {
            int asked = stage.path().size();
            boolean done = asked > 0 && left >= asked;
            stages.add(done ? stage : new StageResult(stage.stage(), StageStatus.NOT_RUN, Duration.ZERO, stage.path().subList(0, Math.clamp(left, 0, asked)),
                Optional.empty()));
            left = done ? left - asked : 0;
        }
        return new Diagnosis(new Verdict(Verdict.Status.UNDECIDED, Optional.empty(), List.of(), Duration.ZERO), List.of(), stages);
    }
}
