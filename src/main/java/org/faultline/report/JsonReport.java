package org.faultline.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faultline.json.JsonText;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Remedy;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/**
 * Writes a report as the JSON of the public contract, schema {@value #SCHEMA}. Beyond the contract's fields it writes
 * {@code verdict.atMs}, {@code findings[].facts} (what the words mention, so that a reader can tell them anew), {@code findings[].atMs} and
 * {@code stages[].explainedBy}, {@code redacted} where it is true, {@code sinceHealthy} ({@link SinceHealthyJson}), and in
 * {@code session} the {@code timeline} and {@code rechecks} (see {@link ConversationJson}).
 */
public final class JsonReport {

    static final String SCHEMA = "faultline-report/1";

    private JsonReport() { }

    /** Several reports as an array, in the order given. */
    public static byte[] write(List<Report> reports) {
        return JsonText.write(reports.stream().map(JsonReport::document).toList());
    }

    /** UTF-8, indented, with a line end after it. */
    public static byte[] write(Report report) {
        return JsonText.write(document(report));
    }

    /** The same as a value, to stand in a larger document. */
    public static Map<String, Object> document(Report report) {
        Telling telling = Telling.of(report, Locale.ENGLISH);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("tool", ordered("name", "faultline", "version", report.toolVersion()));
        document.put("started", report.started().truncatedTo(ChronoUnit.MILLIS).toString());
        document.put("elapsedMs", milliseconds(report.elapsed()));
        if (report.redacted()) {
            document.put("redacted", true);
        }
        document.put("machine", report.machine());
        document.put("verdict", verdict(report, telling));
        document.put("findings", report.diagnosis().findings().stream().map(finding -> finding(finding, telling)).toList());
        report.sinceHealthy().ifPresent(changed -> document.put("sinceHealthy", SinceHealthyJson.write(changed)));
        document.put("stages", report.diagnosis().stages().stream().map(JsonReport::stage).toList());
        document.put("observations", report.observations().stream().map(JsonReport::observation).toList());
        document.put("session", ConversationJson.write(report.conversation()));
        return document;
    }

    private static Map<String, Object> verdict(Report report, Telling telling) {
        Verdict verdict = report.diagnosis().verdict();
        Optional<Finding> finding = verdict.finding();
        return ordered("status", verdict.status().id(), "stage", stageOf(report).id(), "code", verdict.code(),
            "title", telling.title(), "summary", telling.summary(), "between", verdict.between(),
            "because", ids(finding.map(Finding::because).orElse(List.of())),
            "against", ids(finding.map(Finding::against).orElse(List.of())),
            "notMeasured", ids(finding.map(Finding::notMeasured).orElse(List.of())),
            "atMs", milliseconds(verdict.at()));
    }

    /** Where the verdict lies; without a finding, the outermost stage that was judged. */
    static Stage stageOf(Report report) {
        return report.diagnosis().verdict().finding().map(Finding::stage).orElseGet(() -> report.diagnosis().stages().stream()
            .filter(result -> result.status() != StageStatus.NOT_RUN).map(StageResult::stage).reduce((_, outer) -> outer)
            .orElseGet(() -> report.diagnosis().stages().stream().findFirst().map(StageResult::stage).orElse(Stage.LOOPBACK_IPV4)));
    }

    private static Map<String, Object> finding(Finding finding, Telling telling) {
        return ordered("code", finding.fault().code(), "severity", finding.severity().id(), "stage", finding.stage().id(),
            "title", telling.title(finding), "explanation", telling.explanation(finding),
            "remedies", telling.remedies(finding).stream().map(JsonReport::remedy).toList(),
            "because", ids(finding.because()), "against", ids(finding.against()), "notMeasured", ids(finding.notMeasured()),
            "facts", new TreeMap<>(finding.facts()), "atMs", milliseconds(finding.at()));
    }

    private static Map<String, Object> remedy(Remedy remedy) {
        Map<String, Object> step = ordered("who", remedy.who(), "text", remedy.text());
        remedy.command().ifPresent(command -> step.put("command", command));
        return step;
    }

    private static Map<String, Object> stage(StageResult result) {
        Map<String, Object> stage = ordered("id", result.stage().id(), "status", result.status().id(),
            "elapsedMs", milliseconds(result.elapsed()), "path", result.path().stream().map(JsonReport::step).toList());
        result.explainedBy().map(Fault::code).ifPresent(code -> stage.put("explainedBy", code));
        return stage;
    }

    private static Map<String, Object> step(StageResult.Step step) {
        return ordered("question", step.question(), "answer", step.answer().id(), "because", ids(step.because()));
    }

    private static Map<String, Object> observation(Observation seen) {
        return ordered("id", seen.id(), "probe", seen.probe(), "target", seen.target(), "stage", seen.stage().id(),
            "outcome", seen.outcome().id(), "cause", seen.cause().id(), "detail", seen.detail(), "method", seen.method(),
            "startedMs", milliseconds(seen.started()), "elapsedMs", milliseconds(seen.elapsed()), "values", seen.values());
    }

    private static List<String> ids(List<Observation> observations) {
        return observations.stream().map(Observation::id).toList();
    }

    /** With microsecond resolution. */
    static double milliseconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }

    /** Names and values in turn, in this order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
