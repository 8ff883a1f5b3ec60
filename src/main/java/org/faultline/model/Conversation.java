package org.faultline.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people brought to a run: how they were led, what they answered and noted, and what was done when.
 *
 * @param ticket   number of the helpdesk's ticket; may be empty
 * @param timeline every step of a guided session, oldest first
 * @param rechecks each {@code Check again}, oldest first
 */
public record Conversation(Mode mode, String ticket, List<Answered> answers, List<Note> notes, List<Entry> timeline, List<Recheck> rechecks) {

    /** A check that nobody was asked about. */
    public static final Conversation QUICK = new Conversation(Mode.QUICK, "", List.of(), List.of(), List.of(), List.of());

    public Conversation {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
        timeline = List.copyOf(timeline);
        rechecks = List.copyOf(rechecks);
    }

    public enum Mode {
        QUICK, GUIDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param question untranslated name of a question that only a person can answer */
    public record Answered(String question, Truth answer, Instant at) { }

    /** @param stage the step at which it was written, if at one */
    public record Note(Optional<Stage> stage, String text, Instant at) { }

    /**
     * @param who  {@code user}, {@code administrator}, {@code provider} or {@code program}
     * @param what untranslated name of the step, such as {@code stage-started} or {@code remedy-tried}
     * @param about what it was done to: the id of a stage, a question with its answer ({@code lights-on no}), a code with the number of its
     *              remedy ({@code gateway-absent 2}); may be empty
     */
    public record Entry(Instant at, String who, String what, String about) { }

    /** Before and after: status and code of the verdict, as in {@link Verdict}. */
    public record Recheck(Instant at, Verdict.Status statusBefore, String codeBefore, Verdict.Status statusAfter, String codeAfter) { }
}
