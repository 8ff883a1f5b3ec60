package org.faultline.diagnosis;

import java.util.List;
import org.faultline.model.Fault;
import org.faultline.model.Truth;

/** One place in the decision tree. Branches that go on alike share the same node, so a stage's tree ends in one {@link Pass}. */
public sealed interface Node {

    /**
     * A question and where each answer leads.
     *
     * @param onward where the stage goes on when no answer turns off: the same node as every branch that does not
     */
    record Ask(Question question, Node yes, Node no, Node unknown, Node onward) implements Node {

        /** Where this answer leads. */
        public Node on(Truth answer) {
            return switch (answer) {
                case YES -> yes;
                case NO -> no;
                case UNKNOWN -> unknown;
            };
        }
    }

    /** Reports something that does not stop the run, and goes on. */
    record Note(Fault fault, Node next) implements Node { }

    /** Ends the stage with this fault, or with the reason why it could not be measured. */
    record Conclude(Fault fault) implements Node { }

    /** The stage is in order. */
    record Pass() implements Node { }

    /** The nodes directly below this one, in the order yes, no, unknown. */
    default List<Node> below() {
        return switch (this) {
            case Ask(Question _, Node yes, Node no, Node unknown, Node _) -> List.of(yes, no, unknown);
            case Note(Fault _, Node next) -> List.of(next);
            case Conclude _, Pass _ -> List.of();
        };
    }
}
