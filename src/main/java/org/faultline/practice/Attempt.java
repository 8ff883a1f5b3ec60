package org.faultline.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Fault;

/**
 * How far somebody has come with an exercise: what they asked, and what they named. Immutable; each move gives the next one.
 *
 * @param names among which the fault is to be chosen; empty stands for "nothing is broken"
 */
public record Attempt(Exercise exercise, List<Probing> offered, List<Optional<Fault>> names, List<Probing> asked, Optional<Naming> naming) {

    private static final int FULL = 100;
    /** For each question whose answer was "all well": a detour teaches, so it costs little. */
    private static final int DETOUR = 5;
    private static final int LONGEST_DETOURS = 30;
    /** Named without one question that tells it: right or not, that was a guess. */
    private static final int GUESSED = 60;
    private static final int MISSED = 60;

    public Attempt {
        offered = List.copyOf(offered);
        names = List.copyOf(names);
        asked = List.copyOf(asked);
    }

    /** @param fault empty for "nothing is broken" */
    public record Naming(Optional<Fault> fault) { }

    /** An attempt that has not begun. */
    public static Attempt at(Exercise exercise) {
        return new Attempt(exercise, Choices.probings(exercise.report(), Exercises.healthy()), Choices.names(exercise.report()), List.of(), Optional.empty());
    }

    /** One question more; the same one again changes nothing. */
    public Attempt ask(Probing probing) {
        return asked.contains(probing) ? this
            : new Attempt(exercise, offered, names, Stream.concat(asked.stream(), Stream.of(probing)).toList(), naming);
    }

    /** Names what is broken, which ends the attempt. */
    public Attempt name(Optional<Fault> fault) {
        return new Attempt(exercise, offered, names, asked, Optional.of(new Naming(fault)));
    }

    public boolean isRight() {
        return naming.map(Naming::fault).filter(exercise.fault()::equals).isPresent();
    }

    /** Whether it was named without a question that tells it. Where nothing is broken, two questions are little enough to be a guess. */
    public boolean isGuess() {
        return exercise.fault().isPresent() ? asked.stream().noneMatch(Probing::telling) : asked.size() < 3;
    }

    /** The key of what is said of it first: right, right by luck, or not. */
    public String words() {
        return !isRight() ? "named.wrong" : isGuess() ? "named.lucky" : "named.right";
    }

    /** Questions asked whose answer was "all well". */
    public int detours() {
        return exercise.fault().isPresent() ? (int) asked.stream().filter(probing -> !probing.telling()).count() : 0;
    }

    /** Points of 100: 60 for the right name, 40 for knowing why, less 5 a detour, 30 at most. Example: right, with evidence, two detours: 90. */
    public int score() {
        int lost = (isRight() ? 0 : MISSED) + (isGuess() ? FULL - GUESSED : 0) + Math.min(LONGEST_DETOURS, DETOUR * detours());
        return Math.max(0, FULL - lost);
    }

    /** The questions that would have told it and were not asked. */
    public List<Probing> missed() {
        return offered.stream().filter(Probing::telling).filter(probing -> !asked.contains(probing)).toList();
    }
}
