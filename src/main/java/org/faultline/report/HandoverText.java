package org.faultline.report;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.report.handover.Handover;

/** What a handover code says, as text: the verdict and its first line as in a report, the way outward, what to do, the path, the key facts. */
public final class HandoverText {

    private final Handover handover;
    private final Report report;
    private final Telling telling;
    private final Texts texts;
    private final TextStyle style;
    private final Page page;
    private final ShownTime time;
    private final Locale locale;

    private HandoverText(Handover handover, TextStyle style, ShownTime time) {
        this.time = time;
        this.locale = time.locale();
        this.handover = handover;
        this.report = handover.report();
        this.telling = Telling.of(report, locale);
        this.texts = new Texts("handover", locale);
        this.style = style;
        this.page = new Page(style);
    }

    /** In the language of these moments. */
    public static String write(Handover handover, TextStyle style, ShownTime time) {
        return new HandoverText(handover, style, time).whole();
    }

    private String whole() {
        String firstLine = TextReport.write(report, new TextStyle(style.width(), style.unicode(), style.colour(), TextStyle.Detail.LINE), locale);
        page.blank();
        new PathStrip(report, telling).drawOn(page);
        page.blank().paragraph("", telling.summary());
        report.diagnosis().verdict().finding().ifPresent(this::whatToDo);
        alsoFound();
        if (handover.hasPath()) {
            report.diagnosis().stages().stream().filter(stage -> !stage.path().isEmpty()).forEach(this::path);
            facts();
        }
        page.blank().paragraph("", Ink.FAINT, origin(handover, locale, time));
        return firstLine + page;
    }

    private void whatToDo(Finding finding) {
        page.heading(texts.get("text.todo"));
        new Steps(page, telling.words()).list(telling.remedies(finding));
    }

    private void alsoFound() {
        report.diagnosis().findings().stream().skip(report.diagnosis().verdict().finding().isPresent() ? 1 : 0).forEach(finding ->
            page.paragraph("  " + style.bullet() + " ", finding.fault().code() + " " + finding.stage().id() + ": " + telling.title(finding)));
    }

    private void path(StageResult stage) {
        page.heading(texts.get("text.path", telling.words().stageName(stage.stage())));
        stage.path().forEach(step -> page.paragraph("  " + style.bullet() + " ", question(step.question()) + " " + telling.words().answer(step.answer())));
    }

    /** Its words; its id where another version asked something that we have no words for. */
    private String question(String id) {
        try {
            return telling.words().question(id).text();
        } catch (MissingResourceException e) {
            return id + "?";
        }
    }

    private void facts() {
        Map<String, String> facts = new TreeMap<>(handover.facts());
        report.diagnosis().verdict().finding().ifPresent(finding -> facts.putAll(finding.facts()));
        if (!facts.isEmpty()) {
            page.heading(texts.get("text.facts"));
            facts.forEach((name, value) -> page.paragraph("  " + style.bullet() + " ", name + " " + Shown.address(value)));
        }
    }

    /** Which code it is, by what it was made, and what a code does not hold. */
    public static String origin(Handover handover, Locale locale, ShownTime time) {
        Texts texts = new Texts("handover", locale);
        String made = handover.started().map(at -> texts.get("text.madeAt", time.of(at.truncatedTo(ChronoUnit.MINUTES)), handover.os(), handover.toolVersion()))
            .orElseGet(() -> texts.get("text.made", handover.toolVersion()));
        String redacted = handover.redacted() && handover.hasPath() ? " " + texts.get("text.redacted") : "";
        String cut = handover.cut() ? " " + texts.get("text.cut") : "";
        String digest = handover.hasDigest() ? " " + texts.get("text.digest", handover.pathDigest()) : "";
        return made + redacted + cut + digest;
    }
}
