package org.faultline.report.format;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.faultline.model.Finding;
import org.faultline.model.Outcome;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.Measured;

/**
 * Prometheus text exposition format 0.0.4, as for the node exporter's textfile collector. Base units (seconds); status are state sets, of which
 * exactly one sample is 1. Names of people, hosts and networks are not among the labels.
 */
public final class PrometheusFormat implements ReportFormat {

    @Override
    public String id() {
        return "prometheus";
    }

    @Override
    public String ending() {
        return "prom";
    }

    @Override
    public String mediaType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public boolean translated() {
        return false;
    }

    @Override
    public boolean tellsChanges() {
        return false;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        Verdict verdict = report.diagnosis().verdict();
        List<StageResult> stages = report.diagnosis().stages();
        Metrics metrics = new Metrics();
        metrics.gauge("faultline_up", "Whether the network works: 1 healthy or degraded, 0 a fault was found, NaN undecided.")
            .sample(up(verdict.status()));
        metrics.gauge("faultline_info", "The program that measured.").sample(1, "version", report.toolVersion());
        metrics.gauge("faultline_run_timestamp_seconds", "When the run started, in seconds since 1970.")
            .sample(report.started().toEpochMilli() / 1e3);
        metrics.gauge("faultline_run_duration_seconds", "How long the run took.").sample(seconds(report.elapsed()));
        metrics.gauge("faultline_verdict_seconds", "From the start of the run to the certain verdict.").sample(seconds(verdict.at()));
        metrics.gauge("faultline_verdict_status", "The verdict as a state set.");
        Arrays.stream(Verdict.Status.values()).forEach(status -> metrics.sample(set(status == verdict.status()), "status", status.id()));
        metrics.gauge("faultline_verdict_code", "The code of the verdict and the stage where it lies; always 1.")
            .sample(1, "code", verdict.code(), "stage", Measured.stageOf(report).id());
        metrics.gauge("faultline_stage_status", "How each stage came out, as a state set.");
        stages.forEach(stage -> Arrays.stream(StageStatus.values()).forEach(status ->
            metrics.sample(set(status == stage.status()), "stage", stage.stage().id(), "status", status.id())));
        metrics.gauge("faultline_stage_decided_seconds", "From the start of the run to the moment at which the stage was decided.");
        judged(stages).forEach(stage -> metrics.sample(seconds(stage.elapsed()), "stage", stage.stage().id()));
        metrics.gauge("faultline_round_trip_seconds", "The fastest answer that came from this stage.");
        stages.forEach(stage -> Measured.fastest(report, stage.stage())
            .ifPresent(ms -> metrics.sample(ms / 1e3, "stage", stage.stage().id())));
        metrics.gauge("faultline_finding", "Everything that was found; always 1.");
        report.diagnosis().findings().stream().map(PrometheusFormat::labels).distinct().forEach(labels -> metrics.sample(1, labels.toArray(String[]::new)));
        metrics.gauge("faultline_observations", "Observations by outcome.");
        Arrays.stream(Outcome.values()).forEach(outcome ->
            metrics.sample(report.observations().stream().filter(seen -> seen.outcome() == outcome).count(), "outcome", outcome.id()));
        return metrics.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double up(Verdict.Status status) {
        return switch (status) {
            case HEALTHY, DEGRADED -> 1;
            case FAULT -> 0;
            case UNDECIDED -> Double.NaN;
        };
    }

    private static List<StageResult> judged(List<StageResult> stages) {
        return stages.stream().filter(Predicate.not(stage -> stage.status() == StageStatus.NOT_RUN)).toList();
    }

    private static List<String> labels(Finding finding) {
        return List.of("code", finding.fault().code(), "stage", finding.stage().id(), "severity", finding.severity().id());
    }

    private static int set(boolean is) {
        return is ? 1 : 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Lines of the exposition format. */
    private static final class Metrics {
        private final StringBuilder text = new StringBuilder();
        private String name = "";

        Metrics gauge(String metric, String help) {
            name = metric;
            text.append("# HELP ").append(metric).append(' ').append(help).append("\n# TYPE ").append(metric).append(" gauge\n");
            return this;
        }

        void sample(double value, String... namesAndValues) {
            text.append(name);
            for (int at = 0; at < namesAndValues.length; at += 2) {
                text.append(at == 0 ? '{' : ',').append(namesAndValues[at]).append("=\"").append(escaped(namesAndValues[at + 1])).append('"');
            }
            text.append(namesAndValues.length == 0 ? " " : "} ").append(shown(value)).append('\n');
        }

        /** The format's own three escapes, after everything else that could break a line. */
        private static String escaped(String value) {
            return Printable.of(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }

        private static String shown(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
