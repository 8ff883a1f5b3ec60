package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Remedy;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;

/**
 * The words of one report: what its verdict and findings say, with the commands of the system that it was made on.
 *
 * @param leftOut what the run was not asked for; where it found a fault, only what lies before it
 * @param kind    what the run was about
 * @param good    the finding that says what is well, where a healthy verdict has one; it speaks in place of the general words
 */
public record Telling(Words words, Texts labels, Verdict verdict, RunKind kind, Optional<Finding> good, LeftOut leftOut, String os) {

    public static Telling of(Report report, Locale locale) {
        return new Telling(new Words(locale), new Texts("report", locale), report.diagnosis().verdict(), RunKind.of(report),
            good(report.diagnosis()), LeftOut.of(report), String.valueOf(report.machine().get("os")));
    }

    private static Optional<Finding> good(Diagnosis diagnosis) {
        boolean healthy = diagnosis.verdict().status() == Verdict.Status.HEALTHY;
        return diagnosis.findings().stream().filter(finding -> healthy && finding.fault() == Fault.SERVICE_UP).findFirst();
    }

    private Optional<Finding> speaker() {
        return verdict.finding().or(() -> good);
    }

    private Optional<String> healthy(String name) {
        return verdict.status() == Verdict.Status.HEALTHY ? kind.healthy(name, labels) : Optional.empty();
    }

    public String title() {
        if (blind()) {
            return labels.get("part.before.title", words.stageName(verdict.finding().orElseThrow().stage()));
        }
        return speaker().map(this::title).or(() -> leftOut.title(labels)).or(() -> healthy("title")).orElseGet(() -> words.title(verdict.status()));
    }

    /** With what was not checked, where the run was asked for less than the whole. */
    public String summary() {
        if (blind()) {
            Finding finding = verdict.finding().orElseThrow();
            String left = leftOut.stages().stream().map(words::stageName).collect(Collectors.joining(", "));
            return labels.get("part.before.summary", words.stageName(finding.stage()), title(finding), left);
        }
        String summary = speaker().map(this::summary).or(() -> leftOut.summary(labels)).or(() -> healthy("summary")).orElseGet(() -> words.summary(verdict.status()));
        return leftOut.sentence(words, labels).map(left -> summary + " " + left).orElse(summary);
    }

    /** A fault was found, and what lies before it was not looked at, so nothing may be blamed: the steps told are not the fault's own. */
    public boolean blind() {
        return leftOut.before() && !leftOut.stages().isEmpty();
    }

    /** The verdict's status as a word. */
    public String word() {
        return healthyInPart() ? labels.get("part.word") : words.verdict(verdict.status());
    }

    /** No fault was found, and not everything was looked at: nothing that may be shown as all well. */
    public boolean healthyInPart() {
        return verdict.status() == Verdict.Status.HEALTHY && leftOut.kind().isPresent();
    }

    public String title(Finding finding) {
        return words.title(finding.fault(), facts(finding));
    }

    public String summary(Finding finding) {
        return words.summary(finding.fault(), facts(finding));
    }

    public String explanation(Finding finding) {
        return words.explanation(finding.fault(), facts(finding));
    }

    public List<Remedy> remedies(Finding finding) {
        if (blind() && verdict.finding().filter(finding::equals).isPresent()) {
            return List.of(new Remedy("user", labels.get("part.before.remedy"), Optional.of("faultline check")));
        }
        return words.remedies(finding.fault(), os, facts(finding));
    }

    /** One end of a break, as people read it: an address in its short form, a place that has no name of its own in words (the tree has English ones). */
    public String place(String end) {
        String key = "place." + end.replace(' ', '-');
        return labels.has(key) ? labels.get(key) : Shown.address(end);
    }

    /** What was not judged, and why; empty if all was. */
    Optional<String> notJudged(Report report) {
        List<StageResult> explained = report.diagnosis().stages().stream().filter(stage -> stage.explainedBy().isPresent()).toList();
        String stages = explained.stream().map(stage -> words.stageName(stage.stage())).collect(Collectors.joining(", "));
        String causes = explained.stream().map(stage -> stage.explainedBy().orElseThrow().code()).distinct().collect(Collectors.joining(", "));
        return explained.isEmpty() ? leftOut.sentence(words, labels) : Optional.of(labels.get("notJudged.follows", stages, causes));
    }

    String decided(StageResult stage) {
        return labels.get("questions.decided", stage.stage().id(), Shown.milliseconds(JsonReport.milliseconds(stage.elapsed()), words));
    }

    /** By which whoever has a code and a report sees whether both are of one run. */
    String digest(Report report) {
        return labels.get("questions.digest", HandoverCode.digest(report));
    }

    /** When, where and by what it was measured. */
    String origin(Report report, ShownTime time) {
        return labels.get(report.observations().size() == 1 ? "document.origin.one" : "document.origin", machine(report), Shown.milliseconds(JsonReport.milliseconds(report.elapsed()), words),
            time.of(report.started()), report.observations().size(), report.toolVersion())
            + (report.redacted() ? " " + labels.get("document.redacted") : "");
    }

    String machine(Report report) {
        return Optional.ofNullable(report.machine().get("hostname")).map(Object::toString).filter(name -> !name.isBlank())
            .orElse(labels.get("document.unnamed"));
    }

    /** Its words; its id where a report of another version asked something that we have no words for. */
    String question(String id) {
        try {
            return words.question(id).text();
        } catch (MissingResourceException e) {
            return id + "?";
        }
    }

    /** With addresses in the form that people write. */
    private static Map<String, String> facts(Finding finding) {
        return finding.facts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> Shown.address(fact.getValue())));
    }
}
