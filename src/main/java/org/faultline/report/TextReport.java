package org.faultline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;

/**
 * The report as text for a terminal. Its first line is for monitoring and part of the public contract; what follows is for a person:
 * the way outward, what is wrong, what to do, and on what that rests.
 */
public final class TextReport {

    /** More would push what to do off the screen. */
    private static final int LINES_OF_EVIDENCE = 6;

    private final Report report;
    private final TextStyle style;
    private final Locale locale;
    private final ShownTime time;
    private final Telling telling;
    private final Page page;

    private TextReport(Report report, TextStyle style, ShownTime time) {
        this.report = report;
        this.style = style;
        this.locale = time.locale();
        this.time = time;
        this.telling = Telling.of(report, time.locale());
        this.page = new Page(style);
    }

    /** In English; lines ended by {@code \n}. */
    public static String write(Report report, TextStyle style) {
        return write(report, style, Locale.ENGLISH);
    }

    /** In this language, except for the first line's first two words, which belong to the contract. */
    public static String write(Report report, TextStyle style, Locale locale) {
        return write(report, style, ShownTime.universal(locale));
    }

    /** In the language of these moments. */
    public static String write(Report report, TextStyle style, ShownTime time) {
        return new TextReport(report, style, time).whole();
    }

    /** The end of {@link #write}, for whoever has printed what lies before it: what has changed since the last healthy run; empty where nothing is known of that. */
    public static String changed(Report report, TextStyle style, ShownTime time) {
        TextReport text = new TextReport(report, style, time);
        text.changed();
        return text.page.toString();
    }

    /** Sentences about a report, such as {@link SavedReport#remarks}, each a paragraph of its own. */
    public static String note(List<String> sentences, TextStyle style) {
        Page page = new Page(style);
        sentences.forEach(sentence -> page.paragraph("", Ink.FAINT, sentence));
        return page.toString();
    }

    private Verdict verdict() {
        return report.diagnosis().verdict();
    }

    private String whole() {
        firstLine();
        if (style.detail() != TextStyle.Detail.LINE) {
            page.blank();
            if (PortTable.fits(report)) {
                new PortTable(report, locale).drawOn(page);
            } else {
                new PathStrip(report, telling).drawOn(page);
            }
            page.blank().paragraph("", telling.summary());
            whatToDo();
            evidence();
            otherFindings();
            notJudged();
            if (style.detail() == TextStyle.Detail.ALL) {
                questions();
                everythingSeen();
            }
            new SessionText(report, page, time, telling.os()).write();
            page.blank().paragraph("", Ink.FAINT, origin());
            changed();
        }
        return page.toString();
    }

    /** {@code OK|WARNING|FAULT|UNDECIDED <code> <stage>: <title>} */
    private void firstLine() {
        page.marked("", telling.healthyInPart() ? Ink.NOTE : Ink.of(verdict().status()), word(verdict().status()),
            " " + verdict().code() + " " + JsonReport.stageOf(report).id() + ": " + telling.title());
    }

    private static String word(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> "OK";
            case DEGRADED -> "WARNING";
            case FAULT, UNDECIDED -> status.name().toUpperCase(Locale.ROOT);
        };
    }

    private void changed() {
        SinceHealthyText.of(report, time).ifPresent(text -> {
            page.blank().paragraph("", text.since());
            text.facts().forEach(fact -> page.paragraph("  ", fact));
        });
    }

    private void whatToDo() {
        verdict().finding().ifPresent(finding -> {
            heading("todo");
            new Steps(page, telling.words()).list(telling.remedies(finding));
        });
    }

    private void evidence() {
        verdict().finding().ifPresent(finding -> {
            heading("evidence");
            evidence("evidence.for", nearestFirst(finding.because(), finding.stage()));
            evidence("evidence.against", nearestFirst(finding.against(), finding.stage()));
            evidence("evidence.notMeasured", nearestFirst(finding.notMeasured(), finding.stage()));
        });
    }

    /** What was seen at the stage itself decides; what other stages add may be cut. */
    private static List<Observation> nearestFirst(List<Observation> observations, Stage stage) {
        return observations.stream().sorted(Comparator.comparing(seen -> seen.stage() != stage)).toList();
    }

    private void evidence(String side, List<Observation> observations) {
        if (observations.isEmpty()) {
            return;
        }
        page.line(Ink.FAINT, "  " + telling.labels().get(side));
        int shown = style.detail() == TextStyle.Detail.ALL || observations.size() == LINES_OF_EVIDENCE + 1
            ? observations.size() : LINES_OF_EVIDENCE;
        observations.stream().limit(shown)
            .forEach(seen -> page.paragraph("    " + style.bullet() + " ", line(seen)));
        if (observations.size() > shown) {
            page.line(Ink.FAINT, "    " + telling.labels().get("evidence.more", observations.size() - shown));
        }
    }

    /** Whoever wants everything gets what each probe left behind, in the probes' own words. */
    private String line(Observation seen) {
        return style.detail() == TextStyle.Detail.ALL ? EvidenceLine.of(seen, telling.words()) : EvidenceLine.sentence(seen, telling.words());
    }

    private void otherFindings() {
        List<Finding> others = new ArrayList<>(report.diagnosis().findings());
        verdict().finding().or(telling::good).ifPresent(others::remove);
        if (others.isEmpty()) {
            return;
        }
        heading("also");
        for (Finding finding : others) {
            page.paragraph("  ", Ink.of(finding.severity()), telling.words().severity(finding.severity()) + " "
                + finding.fault().code() + " " + finding.stage().id() + ": " + telling.title(finding));
            if (finding.severity() == Severity.WARNING || finding.severity() == Severity.FAULT) {
                page.paragraph("    ", telling.summary(finding));
            }
        }
    }

    private void notJudged() {
        telling.notJudged(report).ifPresent(words -> heading("notJudged").paragraph("  ", words));
    }

    private Page heading(String name) {
        return page.heading(telling.labels().get("heading." + name).toUpperCase(locale));
    }

    private void questions() {
        heading("questions");
        for (StageResult stage : report.diagnosis().stages()) {
            if (!stage.path().isEmpty()) {
                page.line(Ink.FAINT, "  " + telling.decided(stage));
            }
            stage.path().forEach(step -> page.paragraph("    " + style.bullet() + " ", telling.question(step.question()) + " "
                + telling.words().answer(step.answer()) + ids(step.because())));
        }
        page.paragraph("  ", Ink.FAINT, telling.digest(report));
    }

    private static String ids(List<Observation> observations) {
        return observations.isEmpty() ? "" : observations.stream().map(Observation::id).collect(Collectors.joining(", ", " (", ")"));
    }

    private void everythingSeen() {
        heading("seen");
        report.observations().forEach(seen -> page.paragraph("  " + seen.id() + " ", EvidenceLine.of(seen, telling.words())));
    }

    private String origin() {
        String hint = verdict().finding().map(finding -> " " + telling.labels().get("document.hint", finding.fault().code())).orElse("");
        return telling.origin(report, time) + hint;
    }
}
