package org.faultline.lab.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.model.Severity;

/**
 * Two faults of different stages at once. A fault outranks a warning; among equals the one nearer to the computer is to blame,
 * and what it does not explain may be told beside it.
 *
 * @param lower the one of the earlier stage
 */
public record Pair(Case lower, Case upper) {

    /** The one the verdict has to name. */
    public Case toBlame() {
        boolean upperOutranks = severity(lower) == Severity.WARNING && severity(upper) == Severity.FAULT;
        return upperOutranks ? upper : lower;
    }

    /**
     * Both at once, the outer one first, as a case of its own; a lower one that is outranked has to be told beside the
     * verdict.
     */
    public Case together() {
        Set<Fault> besides = toBlame() == lower ? Set.of() : Set.of(lower.fault().orElseThrow());
        return new Case(lower.name() + " + " + upper.name(), toBlame().fault(), besides, Speed.ANY, lab -> {
            upper.injection().into(lab);
            lower.injection().into(lab);
        });
    }

    /** Picks pairs by chance, the same ones for the same seed, without those that contradict each other. */
    public static List<Pair> choose(List<Case> faults, int count, long seed) {
        List<Pair> possible = new ArrayList<>();
        for (Case a : faults) {
            for (Case b : faults) {
                if (order(a) < order(b)) {
                    possible.add(new Pair(a, b));
                }
            }
        }
        Collections.shuffle(possible, new Random(seed));
        return possible.stream().filter(pair -> pair.contradiction().isEmpty()).limit(count).toList();
    }

    /** Why both cannot be seen or made at once, if so. */
    public Optional<String> contradiction() {
        return Contradictions.between(this);
    }

    private static int order(Case given) {
        return given.stage().map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    static Severity severity(Case given) {
        return given.fault().map(Fault::severity).orElseThrow();
    }
}
