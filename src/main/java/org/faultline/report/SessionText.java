package org.faultline.report;

import java.time.Instant;
import org.faultline.model.Conversation;
import org.faultline.model.Report;

/** The end of a text report: what people brought to the run. Writes nothing for a check that nobody was asked about. */
final class SessionText {

    private final Report report;
    private final Conversation told;
    private final ShownTime time;
    private final Page page;
    private final SessionWords words;

    SessionText(Report report, Page page, ShownTime time, String os) {
        this.report = report;
        this.told = report.conversation();
        this.time = time;
        this.page = page;
        this.words = new SessionWords(time.locale(), os);
    }

    void write() {
        if (!told.ticket().isEmpty()) {
            page.blank().line(Ink.PLAIN, words.heading("ticket") + ": " + told.ticket());
        }
        if (!told.answers().isEmpty()) {
            page.heading(words.heading("answers"));
            told.answers().forEach(each -> page.paragraph("  ", words.question(each.question()) + " " + words.answer(each.answer())));
        }
        if (!told.notes().isEmpty()) {
            page.heading(words.heading("notes"));
            told.notes().forEach(note -> note.text().lines().forEach(line -> page.paragraph("  ", line)));
        }
        if (!told.rechecks().isEmpty()) {
            page.heading(words.heading("rechecks"));
            told.rechecks().forEach(again -> page.paragraph("  ", time(again.at()) + "  " + words.recheck(again)));
        }
        if (!told.timeline().isEmpty()) {
            page.heading(words.heading("timeline"));
            told.timeline().forEach(entry -> page.paragraph("  ", time(entry.at()) + "  " + words.who(entry) + ": " + words.what(entry)));
        }
    }

    private String time(Instant at) {
        return time.of(at, report.started());
    }
}
