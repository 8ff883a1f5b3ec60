package org.faultline.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
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
    private final Telling telling;
    private final Page page;

    private TextReport(Report report, TextStyle style) {
        this.report = report;
        this.style = style;
        this.telling = Telling.of(report);
        this.page = new Page(style);
    }

    /** Lines ended by {@code \n}. */
    public static String write(Report report, TextStyle style) {
        return new TextReport(report, style).whole();
    }

    private Verdict verdict() {
        return report.diagnosis().verdict();
    }

    private String whole() {
        firstLine();
        if (style.detail() != TextStyle.Detail.LINE) {
            page.blank();
            if (PortTable.fits(report)) {
                new PortTable(report, new Texts("ports", Locale.ENGLISH)).drawOn(page);
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
            new SessionText(report.conversation(), page).write();
            page.blank().paragraph("", Ink.FAINT, origin());
        }
        return page.toString();
    }

    /** {@code OK|WARNING|FAULT|UNDECIDED <code> <stage>: <title>} */
    private void firstLine() {
        page.marked("", Ink.of(verdict().status()), word(verdict().status()),
            " " + verdict().code() + " " + JsonReport.stageOf(report).id() + ": " + telling.title());
    }

    private static String word(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> "OK";
            case DEGRADED -> "WARNING";
            case FAULT, UNDECIDED -> status.name().toUpperCase(Locale.ROOT);
        };
    }

    private void whatToDo() {
        verdict().finding().ifPresent(finding -> {
            page.heading("WHAT TO DO");
            new Steps(page, telling.words()).list(telling.remedies(finding));
        });
    }

    private void evidence() {
        verdict().finding().ifPresent(finding -> {
            page.heading("EVIDENCE");
            evidence("for", nearestFirst(finding.because(), finding.stage()));
            evidence("against", nearestFirst(finding.against(), finding.stage()));
            evidence("not measured", nearestFirst(finding.notMeasured(), finding.stage()));
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
        page.line(Ink.FAINT, "  " + side);
        int shown = style.detail() == TextStyle.Detail.ALL || observations.size() == LINES_OF_EVIDENCE + 1
            ? observations.size() : LINES_OF_EVIDENCE;
        observations.stream().limit(shown)
            .forEach(seen -> page.paragraph("    " + style.bullet() + " ", EvidenceLine.of(seen, telling.words())));
        if (observations.size() > shown) {
            page.line(Ink.FAINT, "    and " + (observations.size() - shown) + " more; -v shows all");
        }
    }

    private void otherFindings() {
        List<Finding> others = new ArrayList<>(report.diagnosis().findings());
        verdict().finding().or(telling::good).ifPresent(others::remove);
        if (others.isEmpty()) {
            return;
        }
        page.heading("ALSO FOUND");
        for (Finding finding : others) {
            page.paragraph("  ", Ink.of(finding.severity()), telling.words().severity(finding.severity()) + " "
                + finding.fault().code() + " " + finding.stage().id() + ": " + telling.title(finding));
            if (finding.severity() == Severity.WARNING || finding.severity() == Severity.FAULT) {
                page.paragraph("    ", telling.summary(finding));
            }
        }
    }

    private void notJudged() {
        List<StageResult> explained = report.diagnosis().stages().stream().filter(stage -> stage.explainedBy().isPresent()).toList();
        if (explained.isEmpty()) {
            return;
        }
        String stages = explained.stream().map(stage -> telling.words().stageName(stage.stage())).collect(Collectors.joining(", "));
        String causes = explained.stream().map(stage -> stage.explainedBy().orElseThrow().code()).distinct().collect(Collectors.joining(", "));
        page.heading("NOT JUDGED").paragraph("  ", stages + ": what fails there follows from " + causes + ".");
    }

    private void questions() {
        page.heading("QUESTIONS ASKED");
        for (StageResult stage : report.diagnosis().stages()) {
            if (!stage.path().isEmpty()) {
                page.line(Ink.FAINT, "  " + stage.stage().id() + ", decided after " + Shown.milliseconds(JsonReport.milliseconds(stage.elapsed())));
            }
            stage.path().forEach(step -> page.paragraph("    " + style.bullet() + " ", question(step.question()) + " "
                + telling.words().answer(step.answer()) + ids(step.because())));
        }
    }

    /** Its words; its id where a report of another version asked something that we have no words for. */
    private String question(String id) {
        try {
            return telling.words().question(id).text();
        } catch (MissingResourceException e) {
            return id + "?";
        }
    }

    private static String ids(List<Observation> observations) {
        return observations.isEmpty() ? "" : observations.stream().map(Observation::id).collect(Collectors.joining(", ", " (", ")"));
    }

    private void everythingSeen() {
        page.heading("EVERYTHING SEEN");
        report.observations().forEach(seen -> page.paragraph("  " + seen.id() + " ", EvidenceLine.of(seen, telling.words())));
    }

    private String origin() {
        String machine = Optional.ofNullable(report.machine().get("hostname")).map(Object::toString).orElse("an unnamed computer");
        String hint = verdict().finding().map(finding -> " 'faultline explain " + finding.fault().code() + "' tells more.").orElse("");
        return "Checked " + machine + " in " + Shown.milliseconds(JsonReport.milliseconds(report.elapsed())) + " at "
            + report.started().truncatedTo(ChronoUnit.SECONDS) + ", " + report.observations().size() + " observations, faultline "
            + report.toolVersion() + "." + hint;
    }
}
