package org.faultline.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.Comparison.StageChange;
import org.faultline.json.JsonText;
import org.faultline.model.ChangedFact;
import org.faultline.model.Finding;
import org.faultline.model.Printable;
import org.faultline.model.Report;

/** Tells what changed between two runs: as text for people, as JSON for programs. */
public final class ChangesText {

    private final Changes changes;
    private final Texts texts;
    private final Words words;
    private final Locale locale;
    private final ShownTime time;

    /** Moments are written as for files. */
    public ChangesText(Changes changes, Locale locale) {
        this(changes, locale, ShownTime.universal(locale));
    }

    public ChangesText(Changes changes, Locale locale, ShownTime time) {
        this.time = time;
        this.changes = changes;
        this.texts = new Texts("history", locale);
        this.locale = locale;
        this.words = new Words(locale);
    }

    /** The whole comparison; lines ended by {@code \n}. */
    public String text(TextStyle style) {
        Page page = new Page(style);
        page.paragraph("", run("diff.before", changes.before()));
        page.paragraph("", run("diff.after", changes.after()));
        page.blank();
        if (!changes.askedTheSame()) {
            page.paragraph("", told(changes.none() ? "diff.other.none" : "diff.other", what(changes.before()), what(changes.after())));
        } else if (changes.none()) {
            page.line(texts.get(changes.hidden().isEmpty() ? "diff.none" : "diff.none.open"));
        }
        findings("diff.gone", changes.diagnosis().gone(), changes.before()).forEach(line -> page.paragraph("  ", line));
        findings("diff.came", changes.diagnosis().came(), changes.after()).forEach(line -> page.paragraph("  ", line));
        stages().forEach(line -> page.paragraph("  ", line));
        facts().forEach(line -> page.paragraph("  ", line));
        hidden().ifPresent(sentence -> page.blank().paragraph("", Ink.FAINT, sentence));
        return page.toString();
    }

    /** What came out, in words, and the code for whoever looks it up. */
    private String run(String key, Report run) {
        return told(key, time.of(run.started()), Telling.of(run, locale).title(), verdict(run));
    }

    /** Of what it was, in words. */
    private String what(Report run) {
        return texts.get("kind." + RunKind.of(run).id(), RunKind.service(run).orElse(""));
    }

    /** What is wrong no longer, or only now, by its name. */
    private List<String> findings(String key, List<Finding> findings, Report run) {
        Telling telling = Telling.of(run, locale);
        return findings.stream().map(finding -> told(key, telling.title(finding))).toList();
    }

    /** The facts alone, a line each. */
    List<String> facts() {
        return ChangedFacts.lines(changes.facts(), texts);
    }

    /** What could not be compared, where one of the two is redacted. */
    private Optional<String> hidden() {
        boolean both = changes.before().redacted() && changes.after().redacted();
        String topics = changes.hidden().stream().map(topic -> texts.get("topic." + topic.id())).collect(Collectors.joining(", "));
        return topics.isEmpty() ? Optional.empty() : Optional.of(texts.get(both ? "diff.redacted.both" : "diff.redacted.one", topics));
    }

    private String told(String key, Object... values) {
        return Printable.of(texts.get(key, values));
    }

    private List<String> stages() {
        List<String> lines = new ArrayList<>();
        for (StageChange stage : changes.diagnosis().stages()) {
            if (stage.before() != stage.after()) {
                lines.add(texts.get("fact.changed", words.stageName(stage.stage()), words.status(stage.before()), words.status(stage.after())));
            }
        }
        return lines;
    }

    private static String moment(Report report) {
        return report.started().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String verdict(Report report) {
        return report.diagnosis().verdict().code();
    }

    /** Schema {@code faultline-diff/1}. */
    public static byte[] json(Changes changes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "faultline-diff/1");
        document.put("before", JsonReport.ordered("started", moment(changes.before()), "code", verdict(changes.before()), "kind", RunKind.of(changes.before()).id()));
        document.put("after", JsonReport.ordered("started", moment(changes.after()), "code", verdict(changes.after()), "kind", RunKind.of(changes.after()).id()));
        document.put("trend", (changes.askedTheSame() ? changes.diagnosis().trend() : Comparison.Trend.UNCLEAR).name().toLowerCase(Locale.ROOT));
        document.put("stages", changes.diagnosis().stages().stream().map(stage ->
            JsonReport.ordered("id", stage.stage().id(), "before", stage.before().id(), "after", stage.after().id())).toList());
        document.put("facts", changes.facts().stream().map(SinceHealthyJson::fact).toList());
        document.put("notCompared", changes.hidden().stream().map(ChangedFact.Topic::id).toList());
        return JsonText.write(document);
    }
}
