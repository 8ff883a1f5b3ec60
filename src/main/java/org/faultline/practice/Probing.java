package org.faultline.practice;

import org.faultline.model.Stage;
import org.faultline.model.StageResult;

/**
 * A question of the tree that may be put in an exercise, with the answer that was measured.
 *
 * @param telling whether a sound network would have answered otherwise: it is on the way to the fault
 */
public record Probing(Stage stage, StageResult.Step step, boolean telling) {

    /** Whether the recorded check came to this question; else it had its verdict before. */
    public boolean measured() {
        return !step.because().isEmpty();
    }
}
