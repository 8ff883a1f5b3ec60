package org.faultline.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One question of the tree, answered from observations alone.
 *
 * @param id     the untranslated name; its words are in the resource bundle
 * @param person whom to ask where it is one that only a person can answer
 */
public record Question(String id, Function<Evidence, Answer> rule, Optional<PersonQuestion> person) {

    static Question measured(String id, Function<Evidence, Answer> rule) {
        return new Question(id, rule, Optional.empty());
    }

    /** Unknown until somebody has answered. */
    static Question toPerson(PersonQuestion question) {
        return new Question(question.id(), evidence -> evidence.told(question).map(question::toldIn).orElse(Answer.unknown(List.of())),
            Optional.of(question));
    }

    public Answer ask(Evidence evidence) {
        return rule.apply(evidence);
    }

    @Override
    public String toString() {
        return id;
    }
}
