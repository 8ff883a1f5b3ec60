package org.faultline.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Conversation;
import org.faultline.model.Conversation.Answered;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Note;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/**
 * How a conversation grows: who did what when. The names of the steps ({@link Conversation.Entry#what}) are untranslated; their words are in
 * {@code words/session.properties}. What is left out once there are {@value #LONGEST} entries is the newest, so that the beginning stays.
 */
final class Timeline {

    static final String USER = "user";
    static final String PROGRAM = "program";

    /** Of each list; example: five steps, ten answers and twenty checks again make some 60. */
    static final int LONGEST = 2_000;

    private Timeline() { }

    static Conversation plus(Conversation told, Instant at, String who, String what, String about) {
        return new Conversation(told.mode(), told.ticket(), told.answers(), told.notes(),
            plus(told.timeline(), new Entry(at, who, what, about)), told.rechecks());
    }

    /** An answer takes the place of an earlier one to the same question. */
    static Conversation answered(Conversation told, String question, Truth answer, Instant at) {
        List<Answered> others = told.answers().stream().filter(each -> !each.question().equals(question)).toList();
        Conversation with = new Conversation(told.mode(), told.ticket(), plus(others, new Answered(question, answer, at)), told.notes(),
            told.timeline(), told.rechecks());
        return plus(with, at, USER, "answered", question + " " + answer.id());
    }

    static Conversation noted(Conversation told, Optional<Stage> stage, String text, Instant at) {
        Conversation with = new Conversation(told.mode(), told.ticket(), told.answers(), plus(told.notes(), new Note(stage, text, at)),
            told.timeline(), told.rechecks());
        return plus(with, at, USER, "noted", stage.map(Stage::id).orElse(""));
    }

    static Conversation ticket(Conversation told, String ticket) {
        return new Conversation(told.mode(), ticket, told.answers(), told.notes(), told.timeline(), told.rechecks());
    }

    /** @param from the stage from which on it was measured anew; empty for all */
    static Conversation checkedAgain(Conversation told, Report before, Report after, Optional<Stage> from, Instant at) {
        Verdict was = before.diagnosis().verdict();
        Verdict is = after.diagnosis().verdict();
        Conversation with = new Conversation(told.mode(), told.ticket(), told.answers(), told.notes(), told.timeline(),
            plus(told.rechecks(), new Conversation.Recheck(at, was.status(), was.code(), is.status(), is.code())));
        return plus(with, at, PROGRAM, "checked-again", from.map(Stage::id).orElse(""));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return list.size() < LONGEST ? Stream.concat(list.stream(), Stream.of(item)).toList() : list;
    }
}
