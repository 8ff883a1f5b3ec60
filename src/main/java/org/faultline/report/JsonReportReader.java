package org.faultline.report;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.model.Cause;
import org.faultline.model.Conversation;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/**
 * Reads a report back. Fields that this version does not know are ignored. A code that it does not know (of a fault, cause, stage,
 * outcome, answer or status) is refused: leaving it out would change what the report says. Words are not read but told anew from
 * the codes and facts, so a report cannot put sentences into the program's mouth.
 */
public final class JsonReportReader {

    /** A long guided run takes some 300 KiB; a report of a watch over days may take more. */
    public static final int LONGEST = 16 << 20;

    private final Place root;
    private final Map<String, Observation> observations = new LinkedHashMap<>();

    private JsonReportReader(Place root) {
        this.root = root;
    }

    /** @throws BadJson naming the place of whatever does not fit, such as {@code report.stages[2].id: …} */
    public static Report read(byte[] text) {
        return new JsonReportReader(JsonText.read(text, LONGEST, "report")).report();
    }

    /** A report that stands in a larger document. */
    public static Report read(Place report) {
        return new JsonReportReader(report).report();
    }

    private Report report() {
        Place schema = root.field("schema");
        if (!schema.text().equals(JsonReport.SCHEMA)) {
            throw schema.refuse(schema + " is not " + JsonReport.SCHEMA + ", which is all that this version reads");
        }
        for (Place place : root.field("observations").items()) {
            Observation seen = observation(place);
            if (observations.put(seen.id(), seen) != null) {
                throw place.field("id").refuse(place.field("id") + " stands there twice");
            }
        }
        List<Finding> findings = root.field("findings").items().stream().map(this::finding).toList();
        List<StageResult> stages = stages(root.field("stages"));
        Diagnosis diagnosis = new Diagnosis(verdict(root.field("verdict"), findings), findings, stages);
        return new Report(root.field("tool").field("version").text(), instant(root.field("started")),
            root.field("elapsedMs").milliseconds(), root.field("machine").object(), diagnosis, List.copyOf(observations.values()),
            root.optional("session").map(ConversationJson::read).orElse(Conversation.QUICK),
            root.optional("redacted").map(JsonReportReader::truth).orElse(false));
    }

    private static boolean truth(Place place) {
        if (place.value() instanceof Boolean truth) {
            return truth;
        }
        throw place.refuse(place + " is neither true nor false");
    }

    static Instant instant(Place place) {
        try {
            return Instant.parse(place.text());
        } catch (DateTimeParseException e) {
            throw place.refuse(place + " is not a time such as 2026-11-23T08:00:00Z");
        }
    }

    private static Observation observation(Place place) {
        return new Observation(place.field("id").text(), place.field("probe").text(), place.field("target").text(), stage(place.field("stage")),
            known(place.field("outcome"), Outcome.values(), Outcome::id), known(place.field("cause"), Cause.values(), Cause::id),
            place.field("detail").text(), place.field("method").text(), place.field("startedMs").milliseconds(),
            place.field("elapsedMs").milliseconds(), values(place.field("values")));
    }

    /** Texts, numbers, truths, or lists of these: what an observation may hold. */
    private static Map<String, Object> values(Place place) {
        for (String name : place.object().keySet()) {
            Place value = place.field(name);
            List<Place> single = value.value() instanceof List<?> ? value.items() : List.of(value);
            single.stream().filter(item -> !isPlain(item.value())).findFirst().ifPresent(item -> {
                throw item.refuse(item + " is neither a text, a number, true nor false");
            });
        }
        return place.object();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private Finding finding(Place place) {
        Place code = place.field("code");
        Fault fault = known(code, Fault.values(), Fault::code);
        Place severity = place.field("severity");
        if (known(severity, Severity.values(), Severity::id) != fault.severity()) {
            throw severity.refuse(severity + " is not the severity of " + fault.code() + ", which is " + fault.severity().id());
        }
        return new Finding(fault, stage(place.field("stage")), seen(place.field("because")), seen(place.field("against")),
            seen(place.field("notMeasured")), place.optional("facts").map(JsonReportReader::facts).orElse(Map.of()),
            place.optional("atMs").map(Place::milliseconds).orElse(Duration.ZERO));
    }

    private static Map<String, String> facts(Place place) {
        Map<String, String> facts = new LinkedHashMap<>();
        place.object().keySet().forEach(name -> facts.put(name, place.field(name).text()));
        return facts;
    }

    /** The observations that a list of ids names. */
    private List<Observation> seen(Place ids) {
        return ids.items().stream().map(id -> Optional.ofNullable(observations.get(id.text()))
            .orElseThrow(() -> id.refuse(id + " is not among the observations"))).toList();
    }

    private Verdict verdict(Place place, List<Finding> findings) {
        Verdict.Status status = known(place.field("status"), Verdict.Status.values(), Verdict.Status::id);
        Stage stage = stage(place.field("stage"));
        Place code = place.field("code");
        Optional<Finding> finding = Stream.of(Verdict.Status.HEALTHY, Verdict.Status.UNDECIDED).anyMatch(none -> none.id().equals(code.text()))
            ? Optional.empty()
            : Optional.of(findings.stream().filter(found -> found.fault().code().equals(code.text()) && found.stage() == stage).findFirst()
                .orElseThrow(() -> code.refuse(code + " at " + stage.id() + " is not among the findings")));
        if (!fits(status, finding.map(Finding::severity), code.text())) {
            throw code.refuse(code + " cannot be the code of a verdict that is " + status.id());
        }
        List<String> between = place.field("between").items().stream().map(Place::text).toList();
        return new Verdict(status, finding, between,
            place.optional("atMs").map(Place::milliseconds).orElseGet(() -> root.field("elapsedMs").milliseconds()));
    }

    private static boolean fits(Verdict.Status status, Optional<Severity> severity, String code) {
        return switch (status) {
            case HEALTHY -> code.equals(status.id());
            case DEGRADED -> severity.equals(Optional.of(Severity.WARNING));
            case FAULT -> severity.equals(Optional.of(Severity.FAULT));
            case UNDECIDED -> severity.isPresent() ? severity.get() == Severity.NOT_MEASURED : code.equals(status.id());
        };
    }

    /** Each stage once and in order. */
    private List<StageResult> stages(Place place) {
        List<StageResult> stages = new ArrayList<>();
        for (Place item : place.items()) {
            StageResult result = stageResult(item);
            if (!stages.isEmpty() && stages.getLast().stage().compareTo(result.stage()) >= 0) {
                throw item.field("id").refuse(item.field("id") + " is out of order or stands there twice");
            }
            stages.add(result);
        }
        return stages;
    }

    private StageResult stageResult(Place place) {
        return new StageResult(stage(place.field("id")), known(place.field("status"), StageStatus.values(), StageStatus::id),
            place.field("elapsedMs").milliseconds(), place.field("path").items().stream().map(this::step).toList(),
            place.optional("explainedBy").map(code -> known(code, Fault.values(), Fault::code)));
    }

    private StageResult.Step step(Place place) {
        return new StageResult.Step(place.field("question").text(), known(place.field("answer"), Truth.values(), Truth::id),
            seen(place.field("because")));
    }

    static Stage stage(Place place) {
        return known(place, Stage.values(), Stage::id);
    }

    static <T> T known(Place place, T[] all, Function<T, String> id) {
        String text = place.text();
        return Arrays.stream(all).filter(one -> id.apply(one).equals(text)).findFirst()
            .orElseThrow(() -> place.refuse(place + " is not known to this version"));
    }
}
