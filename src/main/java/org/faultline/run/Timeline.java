package org.faultline.run;

import java.time.Instant;
import java.util.Optional;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.model.Conversation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;

/** How a conversation grows: who did what when. */
final class Timeline {

    private static final String PROGRAM = "program";

    private Timeline() { }

    /** @param from the stage from which on it was measured anew; empty for all */
    static Conversation checkedAgain(Report before, Report after, Optional<Stage> from, Instant at) {
        Conversation told = before.conversation();
        Verdict was = before.diagnosis().verdict();
        Verdict is = after.diagnosis().verdict();
        return new Conversation(told.mode(), told.ticket(), told.answers(), told.notes(),
            plus(told.timeline(), new Conversation.Entry(at, PROGRAM, "checked-again", from.map(Stage::id).orElse(""))),
            plus(told.rechecks(), new Conversation.Recheck(at, was.status(), was.code(), is.status(), is.code())));
    }

    static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
