package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.ChangedFact;
import org.faultline.model.Conversation;
import org.faultline.model.Conversation.Answered;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Note;
import org.faultline.model.Conversation.Recheck;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;

/** Walks a whole report and writes it anew, text by text. */
public final class Redactor {

    private final Report report;
    private final Texts texts;
    private final Map<String, Observation> observations = new HashMap<>();

    /** @param vendors whether the half of a MAC address that names its maker is kept */
    public Redactor(Report report, boolean vendors) {
        this.report = report;
        this.texts = new Texts(report, vendors);
    }

    /** Every text of the report with its replacements, in the order in which it stands there. */
    public List<Passage> passages() {
        return texts.passages();
    }

    public List<Replacement> replacements() {
        return texts.replacements();
    }

    /** The report without what is private. Call once. */
    public Report redacted() {
        String tool = texts.replace(Fields.WORD, "tool.version", report.toolVersion());
        Map<String, Object> machine = map(report.machine(), "machine", "");
        List<Observation> seen = each(report.observations(), "observations", this::observation);
        return new Report(tool, report.started(), report.elapsed(), machine, diagnosis(report.diagnosis()), seen,
            conversation(report.conversation()), true, report.sinceHealthy().map(this::sinceHealthy));
    }

    private SinceHealthy sinceHealthy(SinceHealthy changed) {
        return new SinceHealthy(changed.started(), each(changed.facts(), "sinceHealthy.facts", (fact, at) ->
            new ChangedFact(fact.topic(), stated(fact, fact.gone(), at + ".gone"), stated(fact, fact.came(), at + ".came"))));
    }

    private List<String> stated(ChangedFact fact, List<String> stated, String where) {
        return each(stated, where, (text, at) -> texts.replace(Fields.of(fact.topic()), at, text));
    }

    private Map<String, Object> map(Map<?, ?> fields, String where, String parent) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            String name = texts.name(key.toString(), where);
            // The name of an adapter, and so a word that may stand everywhere else in the report.
            String meaning = name.equals("name") && parent.equals("interfaces") ? "interface" : name;
            written.put(name, value(value, where + "." + name, meaning));
        });
        return written;
    }

    private Object value(Object value, String where, String name) {
        return switch (value) {
            case String text -> texts.replace(Fields.of(name), where, text);
            case Map<?, ?> map -> map(map, where, name);
            case List<?> list -> IntStream.range(0, list.size()).mapToObj(at -> value(list.get(at), where + "[" + at + "]", name)).toList();
            default -> value;
        };
    }

    private Observation observation(Observation seen, String where) {
        return observations.computeIfAbsent(seen.id(), _ -> new Observation(texts.replace(Fields.WORD, where + ".id", seen.id()),
            texts.replace(Fields.WORD, where + ".probe", seen.probe()), texts.replace(target(seen), where + ".target", seen.target()),
            seen.stage(), seen.outcome(), seen.cause(), texts.replace(Fields.TEXT, where + ".detail", seen.detail()),
            texts.replace(Fields.METHOD, where + ".method", seen.method()), seen.started(), seen.elapsed(), map(seen.values(), where + ".values", "")));
    }

    /** What a person was asked is a question's id; everything else was asked of some place. */
    private static Fields target(Observation seen) {
        return seen.probe().equals(PersonQuestion.PROBE) ? Fields.WORD : Fields.NAME;
    }

    private List<Observation> named(List<Observation> named, String where) {
        return each(named, where, this::observation);
    }

    private Diagnosis diagnosis(Diagnosis diagnosis) {
        Map<Finding, Finding> written = new HashMap<>();
        List<Finding> findings = each(diagnosis.findings(), "findings", (finding, where) -> written.computeIfAbsent(finding, _ -> finding(finding, where)));
        Verdict verdict = diagnosis.verdict();
        Optional<Finding> behind = verdict.finding().map(finding -> Optional.ofNullable(written.get(finding)).orElseGet(() -> finding(finding, "verdict")));
        return new Diagnosis(new Verdict(verdict.status(), behind, each(verdict.between(), "verdict.between",
            (end, where) -> texts.replace(Fields.NAME, where, end)), verdict.at()), findings, each(diagnosis.stages(), "stages", this::stage));
    }

    private Finding finding(Finding finding, String where) {
        Map<String, String> facts = new LinkedHashMap<>();
        finding.facts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(fact ->
            facts.put(texts.name(fact.getKey(), where + ".facts"), texts.replace(Fields.of(fact.getKey()), where + ".facts." + fact.getKey(), fact.getValue())));
        return new Finding(finding.fault(), finding.stage(), named(finding.because(), where + ".because"), named(finding.against(), where + ".against"),
            named(finding.notMeasured(), where + ".notMeasured"), facts, finding.at());
    }

    private StageResult stage(StageResult stage, String where) {
        return new StageResult(stage.stage(), stage.status(), stage.elapsed(), each(stage.path(), where + ".path", (step, at) ->
            new StageResult.Step(texts.replace(Fields.WORD, at + ".question", step.question()), step.answer(), named(step.because(), at + ".because"))),
            stage.explainedBy());
    }

    private Conversation conversation(Conversation told) {
        return new Conversation(told.mode(), texts.replace(Fields.TEXT, "session.ticket", told.ticket()),
            each(told.answers(), "session.answers", (each, at) -> new Answered(texts.replace(Fields.WORD, at + ".question", each.question()), each.answer(), each.at())),
            each(told.notes(), "session.notes", (each, at) -> new Note(each.stage(), texts.replace(Fields.TEXT, at + ".text", each.text()), each.at())),
            each(told.timeline(), "session.timeline", (each, at) -> new Entry(each.at(), texts.replace(Fields.WORD, at + ".who", each.who()),
                texts.replace(Fields.WORD, at + ".what", each.what()), texts.replace(Fields.WORD, at + ".about", each.about()))),
            each(told.rechecks(), "session.rechecks", (each, at) -> new Recheck(each.at(), each.statusBefore(),
                texts.replace(Fields.WORD, at + ".codeBefore", each.codeBefore()), each.statusAfter(), texts.replace(Fields.WORD, at + ".codeAfter", each.codeAfter()))));
    }

    private interface Write<T, R> {
        R write(T item, String where);
    }

    private static <T, R> List<R> each(List<T> items, String where, Write<T, R> write) {
        return IntStream.range(0, items.size()).mapToObj(at -> write.write(items.get(at), where + "[" + at + "]")).toList();
    }
}
