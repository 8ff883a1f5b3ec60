package org.faultline.report.handover;

import java.util.List;
import java.util.Locale;

/** A handover code that cannot be right, and where, as far as that is known. Its words are in {@code handover.properties}. */
public final class BadCode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Object> places;

    BadCode(Problem problem, Object... places) {
        super(problem.key() + " " + List.of(places));
        this.problem = problem;
        this.places = List.of(places);
    }

    public enum Problem {
        /** Nothing was given. */
        EMPTY,
        /** The character, and the number of its group. */
        NO_SUCH_CHARACTER,
        /** How many characters there are, and how many there must be. */
        WRONG_LENGTH,
        /** The character, its place in the group, and the number of the group. */
        ONE_WRONG,
        SEVERAL_WRONG, TOO_SHORT, CHECKSUM, NEWER, NONSENSE;

        /** Under which its sentence stands. */
        public String key() {
            return "bad-code." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Problem problem() {
        return problem;
    }

    /** What the sentence names, in this order. */
    public List<Object> places() {
        return places;
    }
}
