package org.faultline.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One stage of the run: how it came out and which questions led there, in the order in which they were asked.
 *
 * @param elapsed     from the start of the run to the moment at which the stage was decided
 * @param explainedBy the fault of an earlier stage whose consequence this one is
 */
public record StageResult(Stage stage, StageStatus status, Duration elapsed, List<Step> path, Optional<Fault> explainedBy) {

    public StageResult {
        path = List.copyOf(path);
    }

    /** One question that was asked, its answer, and what the answer rests on. */
    public record Step(String question, Truth answer, List<Observation> because) {
        public Step {
            because = List.copyOf(because);
        }
    }
}
