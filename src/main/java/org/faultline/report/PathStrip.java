package org.faultline.report;

import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/** The way outward, one line a stage, with the break drawn where it lies. */
final class PathStrip {

    private static final int NAME_WIDTH = 27;
    private static final int STATUS_WIDTH = 14;

    private final Report report;
    private final Telling telling;
    private final KeyFact facts;

    PathStrip(Report report, Telling telling) {
        this.report = report;
        this.telling = telling;
        this.facts = new KeyFact(report);
    }

    void drawOn(Page page) {
        boolean passable = true;
        for (StageResult stage : report.diagnosis().stages()) {
            boolean first = stage == report.diagnosis().stages().getFirst();
            if (breaksBefore(stage.stage())) {
                drawBreak(page);
                passable = false;
            } else if (!first) {
                page.marked("  ", Ink.FAINT, passable ? "│" : "┆", "");
            }
            page.marked("  ", Ink.of(stage.status()), symbol(stage.status()) + " ", row(stage));
        }
    }

    private boolean breaksBefore(Stage stage) {
        Verdict verdict = report.diagnosis().verdict();
        return verdict.between().size() == 2 && verdict.finding().filter(finding -> finding.stage() == stage).isPresent();
    }

    private void drawBreak(Page page) {
        Verdict verdict = report.diagnosis().verdict();
        String ends = Shown.address(verdict.between().getFirst()) + " and " + Shown.address(verdict.between().getLast());
        boolean broken = verdict.status() == Verdict.Status.FAULT;
        page.marked("  ", Ink.of(verdict.status()), broken ? "╳ broken" : "≈ trouble", " between " + ends);
    }

    private String row(StageResult stage) {
        return padded(telling.words().stageName(stage.stage()), NAME_WIDTH)
            + padded(telling.words().status(stage.status()), STATUS_WIDTH) + fact(stage);
    }

    private String fact(StageResult stage) {
        return switch (stage.status()) {
            case NOT_RUN -> stage.explainedBy().map(fault -> "follows from " + fault.code()).orElse("not judged");
            case FAULT -> (facts.of(stage.stage()) + "  " + failure(stage.stage())).strip();
            default -> facts.of(stage.stage());
        };
    }

    /** In which way it failed: the cause of the first observation that accuses. */
    private String failure(Stage stage) {
        return report.diagnosis().findings().stream()
            .filter(finding -> finding.stage() == stage && finding.severity() == Severity.FAULT)
            .flatMap(finding -> finding.because().stream()).filter(Observation::failed).findFirst()
            .map(seen -> telling.words().cause(seen.cause())).orElse("");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    static String symbol(StageStatus status) {
        return switch (status) {
            case OK -> "✔";
            case INFO -> "ℹ";
            case WARNING -> "▲";
            case FAULT -> "✘";
            case NOT_RUN -> "○";
            case NOT_MEASURED -> "?";
        };
    }
}
