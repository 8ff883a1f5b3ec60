package org.faultline.diagnosis;

import java.util.function.Function;

/**
 * One question of the tree, answered from observations alone.
 *
 * @param id the untranslated name; its words are in the resource bundle
 */
public record Question(String id, Function<Evidence, Answer> rule) {

    public Answer ask(Evidence evidence) {
        return rule.apply(evidence);
    }

    @Override
    public String toString() {
        return id;
    }
}
