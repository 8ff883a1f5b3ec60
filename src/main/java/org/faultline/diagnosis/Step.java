package org.faultline.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.faultline.model.Fault;
import org.faultline.model.Truth;

/**
 * The words in which a tree is written: a sequence of steps, each of which leads on to the next unless an answer turns off.
 *
 * <pre>{@code
 * tree(ask("default-route-present", rule).no(conclude(ROUTE_MISSING)),
 *      ask("gateway-answers-ping", rule).no(note(GATEWAY_SILENT)))
 * }</pre>
 */
@FunctionalInterface
interface Step {

    /** The tree that does this step and then goes on to {@code next}. */
    Node then(Node next);

    static Node tree(Step... steps) {
        return sequence(steps).then(new Node.Pass());
    }

    static Step sequence(Step... steps) {
        return next -> {
            Node node = next;
            for (Step step : List.of(steps).reversed()) {
                node = step.then(node);
            }
            return node;
        };
    }

    static Step conclude(Fault fault) {
        return _ -> new Node.Conclude(fault);
    }

    static Step note(Fault fault) {
        return next -> new Node.Note(fault, next);
    }

    /** Ends the stage without a fault: what follows needs what was found not to be there. */
    static Step pass() {
        return _ -> new Node.Pass();
    }

    static Ask ask(String id, Function<Evidence, Answer> rule) {
        return new Ask(Question.measured(id, rule), new EnumMap<>(Truth.class));
    }

    /**
     * A question to a person. It stands in the {@code unknown} branch of a measured question, or behind another question to a person
     * there: {@link Walk} hears no person where something was measured, and walks on as after an unknown where nobody was asked.
     */
    static Ask askPerson(PersonQuestion question) {
        return new Ask(Question.toPerson(question), new EnumMap<>(Truth.class));
    }

    /** A question, with the branches that turn off; an answer without a branch goes on. */
    record Ask(Question question, Map<Truth, Step> branches) implements Step {

        Ask yes(Step... steps) {
            return on(Truth.YES, steps);
        }

        Ask no(Step... steps) {
            return on(Truth.NO, steps);
        }

        Ask unknown(Step... steps) {
            return on(Truth.UNKNOWN, steps);
        }

        private Ask on(Truth answer, Step... steps) {
            Map<Truth, Step> more = new EnumMap<>(Truth.class);
            more.putAll(branches);
            more.put(answer, sequence(steps));
            return new Ask(question, more);
        }

        @Override
        public Node then(Node next) {
            return new Node.Ask(question, branch(Truth.YES, next), branch(Truth.NO, next), branch(Truth.UNKNOWN, next), next);
        }

        private Node branch(Truth answer, Node next) {
            return branches.containsKey(answer) ? branches.get(answer).then(next) : next;
        }
    }
}
