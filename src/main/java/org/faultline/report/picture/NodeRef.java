package org.faultline.report.picture;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/** What a place in the tree stands for, for whoever wants to know more about it. */
public sealed interface NodeRef {

    Stage stage();

    /** One of the questions of the trunk. */
    record OfStage(Stage stage) implements NodeRef { }

    /**
     * @param answer  empty when it was not asked
     * @param because what the answer rests on
     */
    record OfQuestion(Stage stage, String question, Optional<Truth> answer, List<Observation> because) implements NodeRef {
        public OfQuestion {
            because = List.copyOf(because);
        }
    }

    /** @param finding what the walk found here; empty when it did not come here */
    record OfFault(Stage stage, Fault fault, Optional<Finding> finding) implements NodeRef { }

    /** The end of a stage at which nothing is wrong. */
    record InOrder(Stage stage, boolean reached) implements NodeRef { }

    /** Questions that are folded away. */
    record Folded(Stage stage, int questions) implements NodeRef { }
}
