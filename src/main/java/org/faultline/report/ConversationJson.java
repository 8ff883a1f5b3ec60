package org.faultline.report;

import static org.faultline.report.JsonReport.ordered;
import static org.faultline.report.JsonReportReader.instant;
import static org.faultline.report.JsonReportReader.known;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.faultline.json.Place;
import org.faultline.model.Conversation;
import org.faultline.model.Conversation.Answered;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Mode;
import org.faultline.model.Conversation.Note;
import org.faultline.model.Conversation.Recheck;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/** The {@code session} of a report: what people brought to it. A part that an older version did not write is empty. */
final class ConversationJson {

    private ConversationJson() { }

    static Map<String, Object> write(Conversation told) {
        return ordered("mode", told.mode().id(), "ticket", told.ticket(),
            "answers", told.answers().stream().map(each ->
                ordered("question", each.question(), "answer", each.answer().id(), "at", time(each.at()))).toList(),
            "notes", told.notes().stream().map(ConversationJson::note).toList(),
            "timeline", told.timeline().stream().map(each ->
                ordered("at", time(each.at()), "who", each.who(), "what", each.what(), "about", each.about())).toList(),
            "rechecks", told.rechecks().stream().map(each -> ordered("at", time(each.at()), "statusBefore", each.statusBefore().id(),
                "codeBefore", each.codeBefore(), "statusAfter", each.statusAfter().id(), "codeAfter", each.codeAfter())).toList());
    }

    private static Map<String, Object> note(Note note) {
        Map<String, Object> written = ordered("text", note.text(), "at", time(note.at()));
        note.stage().map(Stage::id).ifPresent(stage -> written.put("stage", stage));
        return written;
    }

    private static String time(java.time.Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Conversation read(Place place) {
        Mode mode = place.optional("mode").map(id -> known(id, Mode.values(), Mode::id)).orElse(Mode.QUICK);
        return new Conversation(mode, text(place, "ticket"),
            each(place, "answers", item -> new Answered(item.field("question").text(), known(item.field("answer"), Truth.values(), Truth::id),
                instant(item.field("at")))),
            each(place, "notes", item -> new Note(item.optional("stage").map(JsonReportReader::stage), item.field("text").text(),
                instant(item.field("at")))),
            each(place, "timeline", item -> new Entry(instant(item.field("at")), item.field("who").text(), item.field("what").text(),
                text(item, "about"))),
            each(place, "rechecks", item -> new Recheck(instant(item.field("at")), status(item.field("statusBefore")),
                item.field("codeBefore").text(), status(item.field("statusAfter")), item.field("codeAfter").text())));
    }

    private static String text(Place place, String name) {
        return place.optional(name).map(Place::text).orElse("");
    }

    private static Verdict.Status status(Place place) {
        return known(place, Verdict.Status.values(), Verdict.Status::id);
    }

    private static <T> List<T> each(Place place, String name, Function<Place, T> reader) {
        return Optional.ofNullable(place.object().get(name)).map(_ -> place.field(name).items().stream().map(reader).toList()).orElse(List.of());
    }
}
