package org.faultline.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Conversation;
import org.faultline.model.Conversation.Answered;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Note;
import org.faultline.model.Conversation.Recheck;
import org.faultline.model.Report;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.faultline.report.Block.Item;
import org.faultline.report.Block.Items;
import org.faultline.report.Block.Mark;
import org.faultline.report.Block.Table;

/** What people brought to a run, in words: ticket, answers, notes, what was done when, and what each {@code Check again} changed. */
final class SessionSections {

    private final Report report;
    private final Telling telling;
    private final ShownTime time;
    private final SessionWords words;

    SessionSections(Report report, Telling telling, ShownTime time) {
        this.report = report;
        this.telling = telling;
        this.time = time;
        this.words = new SessionWords(time.locale(), telling.os());
    }

    /** Empty for a run that nobody was asked about. */
    List<Block> blocks() {
        Conversation told = report.conversation();
        List<Block> blocks = new ArrayList<>();
        if (!told.ticket().isBlank()) {
            blocks.add(new Block.Paragraph(telling.labels().get("session.ticket", told.ticket())));
        }
        items(blocks, "session.answers", told.answers().stream().map(this::answer));
        items(blocks, "session.notes", told.notes().stream().map(this::note));
        items(blocks, "session.rechecks", told.rechecks().stream().map(this::recheck));
        if (!told.timeline().isEmpty()) {
            blocks.add(new Table(telling.labels().get("session.timeline"),
                Stream.of("column.time", "column.who", "column.what").map(telling.labels()::get).toList(),
                told.timeline().stream().map(this::entry).toList()));
        }
        return blocks;
    }

    private void items(List<Block> blocks, String label, Stream<Item> items) {
        List<Item> all = items.toList();
        if (!all.isEmpty()) {
            blocks.add(new Items(telling.labels().get(label), all));
        }
    }

    private Item answer(Answered answered) {
        return new Item(mark(answered.answer()), time(answered.at()),
            words.question(answered.question()) + " " + words.answer(answered.answer()));
    }

    private static Mark mark(Truth answer) {
        return answer == Truth.UNKNOWN ? Mark.UNKNOWN : Mark.NONE;
    }

    private Item note(Note note) {
        String where = note.stage().map(stage -> telling.words().stageName(stage) + ": ").orElse("");
        return new Item(Mark.NONE, time(note.at()), where + note.text().lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    private Item recheck(Recheck recheck) {
        return new Item(mark(recheck.statusAfter()), time(recheck.at()), words.recheck(recheck));
    }

    private static Mark mark(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> Mark.PASSED;
            case DEGRADED -> Mark.WARNING;
            case FAULT -> Mark.FAILED;
            case UNDECIDED -> Mark.UNKNOWN;
        };
    }

    private List<String> entry(Entry entry) {
        return List.of(time(entry.at()), words.who(entry), words.what(entry));
    }

    private String time(Instant at) {
        return time.of(at, report.started());
    }
}
