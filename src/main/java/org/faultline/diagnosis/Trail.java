package org.faultline.diagnosis;

import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.StageResult;

/** Finds in the questions that were asked the one whose answer led to a finding: after what is only worth knowing, others follow. */
public final class Trail {

    private Trail() { }

    /** Empty where the questions are not those of this version's tree as far as the finding, or the finding is none of this stage. */
    public static Optional<String> questionBefore(Fault fault, StageResult stage) {
        Node place = Tree.of(stage.stage());
        for (StageResult.Step step : stage.path()) {
            if (!(place instanceof Node.Ask ask) || !ask.question().id().equals(step.question())) {
                return Optional.empty();
            }
            place = ask.on(step.answer());
            while (place instanceof Node.Note(Fault noted, Node next)) {
                if (noted == fault) {
                    return Optional.of(step.question());
                }
                place = next;
            }
            if (place instanceof Node.Conclude(Fault concluded) && concluded == fault) {
                return Optional.of(step.question());
            }
        }
        return Optional.empty();
    }
}
