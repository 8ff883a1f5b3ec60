package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;

/** The way outward, one stop a stage, with the break drawn where it lies. */
final class PathStrip {

    private static final int SHORTEST_NAME = 27;
    private static final int SHORTEST_STATUS = 14;
    /** With fewer columns than these, such as beside something else in a window, names and facts move together. */
    private static final int ROOMY = 72;
    private static final String BELOW = "      ";

    private final Report report;
    private final Telling telling;
    private final KeyFact facts;

    PathStrip(Report report, Telling telling) {
        this.report = report;
        this.telling = telling;
        this.facts = new KeyFact(report, telling.words());
    }

    List<PathStop> stops() {
        List<PathStop> stops = new ArrayList<>();
        boolean cutOff = false;
        for (StageResult stage : report.diagnosis().stages()) {
            Optional<PathStop.Break> before = breakBefore(stage.stage());
            cutOff |= before.isPresent();
            stops.add(new PathStop(stage.stage(), stage.status(), telling.words().stageName(stage.stage()),
                telling.words().status(stage.status()), fact(stage), before, cutOff));
        }
        return stops;
    }

    private Optional<PathStop.Break> breakBefore(Stage stage) {
        Verdict verdict = report.diagnosis().verdict();
        if (verdict.between().size() != 2 || verdict.finding().filter(finding -> finding.stage() == stage).isEmpty()) {
            return Optional.empty();
        }
        boolean broken = verdict.status() == Verdict.Status.FAULT;
        return Optional.of(new PathStop.Break(broken, telling.labels().get(broken ? "path.broken" : "path.trouble",
            telling.place(verdict.between().getFirst()), telling.place(verdict.between().getLast()))));
    }

    private String fact(StageResult stage) {
        return switch (stage.status()) {
            case NOT_RUN -> stage.explainedBy().map(fault -> telling.labels().get("path.follows", fault.code()))
                .orElse(telling.labels().get(telling.leftOut().chosen() && telling.leftOut().stages().contains(stage.stage()) ? "path.leftOut" : "path.notJudged"));
            case FAULT -> (facts.of(stage, telling.labels()) + "  " + failure(stage.stage())).strip();
            default -> facts.of(stage, telling.labels());
        };
    }

    /** In which way it failed: the cause of the first observation that accuses. */
    private String failure(Stage stage) {
        return report.diagnosis().findings().stream()
            .filter(finding -> finding.stage() == stage && finding.severity() == Severity.FAULT)
            .flatMap(finding -> finding.because().stream()).filter(Observation::failed).findFirst()
            .map(seen -> telling.words().cause(seen.cause())).orElse("");
    }

    void drawOn(Page page) {
        List<PathStop> stops = stops();
        boolean narrow = page.width() < ROOMY;
        int name = widest(stops.stream().map(PathStop::name).toList(), narrow ? 0 : SHORTEST_NAME);
        int status = widest(stops.stream().map(PathStop::status).toList(), narrow ? 0 : SHORTEST_STATUS);
        for (PathStop stop : stops) {
            if (stop.before().isPresent()) {
                page.marked("  ", Ink.of(report.diagnosis().verdict().status()), stop.before().get().broken() ? "╳ " : "≈ ",
                    stop.before().get().words());
            } else if (stop != stops.getFirst()) {
                page.marked("  ", Ink.FAINT, stop.cutOff() ? "┆" : "│", "");
            }
            boolean below = narrow && BELOW.length() + name + status + stop.fact().length() > page.width() && !stop.fact().isEmpty();
            page.marked("  ", Ink.of(stop.state()), Sign.of(stop.state()) + " ",
                padded(stop.name(), name) + padded(stop.status(), status) + (below ? "" : stop.fact()));
            if (below) {
                page.paragraph(BELOW, stop.fact());
            }
        }
    }

    private static int widest(List<String> texts, int least) {
        return Math.max(least, texts.stream().mapToInt(String::length).max().orElse(0) + 2);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
