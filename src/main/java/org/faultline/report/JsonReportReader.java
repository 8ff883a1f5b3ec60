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
import java.util.regex.Pattern;
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
 * outcome, answer or status) is refused: leaving it out would change what the report says. Only a report of a later version may hold
 * such things ({@link #open}): they are left out and listed, a cause becomes {@code unclassified}, an outcome {@code unknown}, and a
 * verdict {@code undecided}. Words are not read but told anew from the codes and facts, so a report cannot put sentences into the
 * program's mouth.
 */
public final class JsonReportReader {

    /** A long guided run takes some 300 KiB; a report of a watch over days may take more. */
    public static final int LONGEST = 16 << 20;

    private static final Pattern SCHEMA_NAME = Pattern.compile("faultline-report/([1-9][0-9]{0,3})(\\.[0-9]{1,4})?");

    /** Later years have more digits than dates are written with. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Place root;
    private final Gaps gaps;
    private final Map<String, Observation> observations = new LinkedHashMap<>();

    private JsonReportReader(Place root, Gaps gaps) {
        this.root = root;
        this.gaps = gaps;
    }

    /** @throws BadJson naming the place of whatever does not fit, such as {@code report.stages[2].id: …} */
    public static Report read(byte[] text) {
        return read(JsonText.read(text, LONGEST, "report"));
    }

    /** A report that stands in a larger document. */
    public static Report read(Place root) {
        Place schema = root.field("schema");
        if (!schema.text().equals(JsonReport.SCHEMA)) {
            throw schema.refuse(schema + " is not " + JsonReport.SCHEMA + ", which is all that this version reads");
        }
        return new JsonReportReader(root, Gaps.NONE_ALLOWED).report();
    }

    /** Also reads what a later version wrote, as far as it can be understood. One report, or the list of them that several services make. */
    static List<SavedReport> openAll(byte[] text, String version) {
        Place root = JsonText.read(text, LONGEST, "report");
        boolean several = root.value() instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance);
        return (several ? root.items() : List.of(root)).stream().map(each -> open(each, version)).toList();
    }

    static SavedReport open(byte[] text, String version) {
        return open(JsonText.read(text, LONGEST, "report"), version);
    }

    private static SavedReport open(Place root, String version) {
        Place schema = root.field("schema");
        if (!SCHEMA_NAME.matcher(schema.text()).matches()) {
            throw schema.refuse(schema + " is not " + JsonReport.SCHEMA + ": this is no report of faultline");
        }
        boolean newer = !schema.text().equals(JsonReport.SCHEMA) || isLater(root.field("tool").field("version").text(), version);
        Gaps gaps = newer ? Gaps.collected() : Gaps.NONE_ALLOWED;
        Report report = new JsonReportReader(root, gaps).report();
        return new SavedReport(report, schema.text(), newer, gaps.found(), Replay.of(report));
    }

    /** By the numbers between the points; what is no number ends the comparison. */
    private static boolean isLater(String one, String other) {
        String[] ones = one.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        for (int at = 0; at < Math.min(ones.length, others.length); at++) {
            if (!ones[at].matches("[0-9]{1,9}") || !others[at].matches("[0-9]{1,9}")) {
                return false;
            }
            int difference = Integer.compare(Integer.parseInt(ones[at]), Integer.parseInt(others[at]));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private Report report() {
        gaps.each(root, "observations", place -> {
            Observation seen = observation(place);
            if (observations.putIfAbsent(seen.id(), seen) != null) {
                throw place.field("id").refuse(place.field("id") + " stands there twice");
            }
            return seen;
        });
        List<Finding> findings = gaps.each(root, "findings", this::finding);
        List<StageResult> stages = stages();
        Verdict verdict = gaps.read(() -> verdict(root.field("verdict"), findings), () -> notUnderstood());
        return new Report(root.field("tool").field("version").text(), instant(root.field("started")), root.field("elapsedMs").milliseconds(),
            root.field("machine").object(), new Diagnosis(verdict, findings, stages), List.copyOf(observations.values()),
            gaps.read(() -> root.optional("session").map(ConversationJson::read).orElse(Conversation.QUICK), () -> Conversation.QUICK),
            root.optional("redacted").map(JsonReportReader::truth).orElse(false),
            gaps.read(() -> root.optional("sinceHealthy").map(SinceHealthyJson::read), Optional::empty));
    }

    private static boolean truth(Place place) {
        if (place.value() instanceof Boolean truth) {
            return truth;
        }
        throw place.refuse(place + " is neither true nor false");
    }

    /** A verdict of a later version: what it says is not known here, so nothing is. */
    private Verdict notUnderstood() {
        return new Verdict(Verdict.Status.UNDECIDED, Optional.empty(), List.of(), root.field("elapsedMs").milliseconds());
    }

    static Instant instant(Place place) {
        try {
            Instant time = Instant.parse(place.text());
            if (time.isBefore(Instant.EPOCH) || !time.isBefore(END_OF_TIME)) {
                throw place.refuse(place + " is not a time between 1970 and 9999");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw place.refuse(place + " is not a time such as 2026-11-23T08:00:00Z");
        }
    }

    private Observation observation(Place place) {
        return new Observation(place.field("id").text(), place.field("probe").text(), place.field("target").text(), stage(place.field("stage")),
            gaps.read(() -> known(place.field("outcome"), Outcome.values(), Outcome::id), () -> Outcome.UNKNOWN),
            gaps.read(() -> known(place.field("cause"), Cause.values(), Cause::id), () -> Cause.UNCLASSIFIED),
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
        return gaps.each(ids, id -> Optional.ofNullable(observations.get(id.text()))
            .orElseThrow(() -> id.refuse(id + " is not among the observations")));
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
    private List<StageResult> stages() {
        List<Stage> before = new ArrayList<>();
        return gaps.each(root, "stages", item -> {
            StageResult result = stageResult(item);
            if (!before.isEmpty() && before.getLast().compareTo(result.stage()) >= 0) {
                throw item.field("id").refuse(item.field("id") + " is out of order or stands there twice");
            }
            before.add(result.stage());
            return result;
        });
    }

    private StageResult stageResult(Place place) {
        return new StageResult(stage(place.field("id")), known(place.field("status"), StageStatus.values(), StageStatus::id),
            place.field("elapsedMs").milliseconds(), gaps.each(place, "path", this::step),
            gaps.read(() -> place.optional("explainedBy").map(code -> known(code, Fault.values(), Fault::code)), Optional::empty));
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
