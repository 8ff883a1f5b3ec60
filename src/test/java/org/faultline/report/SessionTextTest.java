package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Conversation;
import org.faultline.model.Conversation.Answered;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Mode;
import org.faultline.model.Conversation.Note;
import org.faultline.model.Conversation.Recheck;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.faultline.report.TextStyle.Detail;
import org.junit.jupiter.api.Test;

/** What people brought to a run stands at the end of the text, and comes back from JSON as it was. */
class SessionTextTest {

    private static final Instant AT = Instant.parse("2026-11-26T10:51:43Z");
    private static final Conversation TOLD = new Conversation(Mode.GUIDED, "T-17", List.of(new Answered("lights-on", Truth.NO, AT)),
        List.of(new Note(Optional.of(Stage.GATEWAY), "desk moved\n\u001b[31mred", AT)),
        List.of(new Entry(AT, "user", "step-opened", "gateway"), new Entry(AT, "user", "answered", "lights-on no"),
            new Entry(AT, "provider", "remedy-tried", "gateway-absent 2"), new Entry(AT, "program", "checked-again", ""),
            new Entry(AT, "somebody", "danced", "on the table")),
        List.of(new Recheck(AT, Verdict.Status.FAULT, "gateway-absent", Verdict.Status.HEALTHY, "healthy")));
    private static final Report REPORT = Reports.gatewayAbsent().with(TOLD);

    /** Whoever reads the timeline knows what was tried without looking it up. */
    @Test
    void aStepThatWasTriedIsQuoted() {
        assertThat(new SessionWords(Locale.ENGLISH, "linux").what(new Entry(AT, "user", "remedy-tried", "gateway-absent 1")))
            .startsWith("Tried against “Nobody answers at the router's address”: “").endsWith("”").hasSizeGreaterThan(70);
        assertThat(new SessionWords(Locale.ENGLISH, "linux").what(new Entry(AT, "user", "remedy-tried", "gateway-absent 99"))).endsWith("step 99");
    }

    @Test
    void theTextTellsTheWholeSession() {
        String text = text(REPORT);
        assertThat(text.lines()).contains("Ticket: T-17", "  Do the small lights beside the network plug shine or flicker? no", "  desk moved",
            "  26 Nov 2026, 10:51:43 UTC  before: Nobody answers at the router's address (gateway-absent), after: healthy",
            "  26 Nov 2026, 10:51:43 UTC  You: Step opened: Router", "  26 Nov 2026, 10:51:43 UTC  Program: Checked everything again",
            "  26 Nov 2026, 10:51:43 UTC  somebody: danced on the table");
        assertThat(text).contains("Provider: Tried against “Nobody answers at the router's address”: “").doesNotContain("\u001b");
    }

    @Test
    void aQuickCheckHasNoSuchPart() {
        assertThat(text(Reports.gatewayAbsent())).doesNotContain("TIMELINE", "NOTES", "Ticket");
    }

    @Test
    void germanTellsTheSame() {
        SessionWords words = new SessionWords(Locale.GERMAN, "linux");
        assertThat(words.what(TOLD.timeline().get(1))).isEqualTo("Beantwortet: Leuchten oder flackern die Lämpchen neben der Netzwerkbuchse? nein");
    }

    @Test
    void jsonBringsItBack() {
        assertThat(JsonReportReader.read(JsonReport.write(REPORT)).conversation()).isEqualTo(TOLD);
    }

    private static String text(Report report) {
        return TextReport.write(report, new TextStyle(120, true, false, Detail.USUAL));
    }
}
