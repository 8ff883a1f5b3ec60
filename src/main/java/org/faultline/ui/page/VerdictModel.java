package org.faultline.ui.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.Trail;
import org.faultline.model.Conversation;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;
import org.faultline.report.EvidenceLine;
import org.faultline.report.QuestionWords;
import org.faultline.report.Shown;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** Turns a report into the words of the verdict panel. */
public final class VerdictModel {

    /** Lines of a healthy stage, each of another kind. */
    private static final int KINDS = 2;

    /** Lines of what accuses that stand before anything else. */
    private static final int FIRST = 2;

    private final Locale locale;
    private final Texts texts;

    public VerdictModel(Locale locale, Texts texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** @param comparison with the check before, where this one checked again */
    public VerdictText of(Report report, Optional<Comparison> comparison) {
        Telling telling = Telling.of(report, locale);
        Verdict verdict = report.diagnosis().verdict();
        Optional<Finding> finding = verdict.finding();
        return new VerdictText(Mark.of(report.diagnosis()), telling.title(), where(verdict, telling), telling.summary(),
            finding.map(telling::remedies).orElse(List.of()), evidence(report, telling.words()), others(report, telling),
            effort(report, telling.words()), byHand(report, telling), finding.map(found -> found.fault().code()).orElse(""), comparison.map(compared -> change(compared, telling)));
    }

    /** The names of its two ends may come from a code or a file that somebody else made. */
    private String where(Verdict verdict, Telling telling) {
        return verdict.between().size() == 2
            ? Printable.of(texts.get("verdict.between", telling.place(verdict.between().getFirst()), telling.place(verdict.between().getLast()))) : "";
    }

    /** A guided session takes as long as its person reads. */
    private String effort(Report report, Words words) {
        return report.conversation().mode() == Conversation.Mode.GUIDED ? texts.counted("verdict.seen", report.observations().size())
            : texts.counted("verdict.effort", report.observations().size(), time(report.elapsed(), words));
    }

    /** A duration as people read it. */
    public static String time(Duration elapsed, Words words) {
        return Shown.milliseconds(elapsed.toNanos() / 1e6, words);
    }

    /** What accuses, nearest first; then what speaks against it and what could not be measured. Of a healthy run: two lines a stage, of two kinds; of a service all kinds. */
    private List<VerdictText.Line> evidence(Report report, Words words) {
        List<Observation> shown = new ArrayList<>();
        report.diagnosis().verdict().finding().ifPresentOrElse(finding -> {
            shown.addAll(accusing(finding));
            shown.addAll(nearestFirst(finding.against(), finding.stage()));
            shown.addAll(nearestFirst(finding.notMeasured(), finding.stage()));
        }, () -> report.diagnosis().stages().forEach(stage -> shown.addAll(stage.stage() == Stage.PORTS ? listeners(report) : stage.path().stream()
            .flatMap(step -> step.because().stream()).filter(seen -> seen.passed() && seen.stage() == stage.stage()).collect(Collectors.toMap(Observation::probe,
                Function.identity(), (first, _) -> first, LinkedHashMap::new)).values().stream().limit(stage.stage() == Stage.SERVICE ? Integer.MAX_VALUE : KINDS).toList())));
        return shown.stream().distinct().map(seen -> line(seen, words)).distinct().toList();
    }

    /** Of the open ports those first that most can reach. */
    private static List<Observation> listeners(Report report) {
        List<String> reach = List.of("everywhere", "this-network", "this-computer");
        return report.observations().stream().filter(seen -> seen.stage() == Stage.PORTS && seen.passed())
            .sorted(Comparator.comparing(seen -> seen.text("reach").map(reach::indexOf).orElse(reach.size()))).toList();
    }

    /** What was well before the break comes before the many lines that say the same of what lies behind it. */
    private static List<Observation> accusing(Finding finding) {
        List<Observation> shown = nearestFirst(finding.because().stream().filter(seen -> !isWellBefore(seen, finding)).toList(), finding.stage());
        List<Observation> all = new ArrayList<>(shown);
        all.addAll(Math.min(FIRST, shown.size()), finding.because().stream().filter(seen -> isWellBefore(seen, finding)).toList());
        return all;
    }

    private static boolean isWellBefore(Observation seen, Finding finding) {
        return seen.passed() && seen.stage().compareTo(finding.stage()) < 0;
    }

    private static List<Observation> nearestFirst(List<Observation> observations, Stage stage) {
        return observations.stream().sorted(Comparator.comparing(seen -> seen.stage() != stage)).toList();
    }

    private static VerdictText.Line line(Observation seen, Words words) {
        return new VerdictText.Line(Mark.of(seen), EvidenceLine.spoken(seen, words), EvidenceLine.sentence(seen, words), seen.method());
    }

    private VerdictText.Change change(Comparison comparison, Telling telling) {
        Comparison.Trend trend = comparison.trend();
        Mark mark = switch (trend) {
            case BETTER -> Mark.OK;
            case WORSE -> Mark.FAULT;
            case SAME -> Mark.INFO;
            case UNCLEAR -> Mark.UNKNOWN;
        };
        List<String> lines = new ArrayList<>();
        comparison.gone().forEach(finding -> lines.add(texts.get("change.gone", telling.title(finding))));
        comparison.came().forEach(finding -> lines.add(texts.get("change.came", telling.title(finding))));
        return new VerdictText.Change(mark, texts.get(sentence(trend, telling.verdict().status())), lines);
    }

    private static String sentence(Comparison.Trend trend, Verdict.Status now) {
        String same = switch (now) {
            case FAULT -> ".fault";
            case HEALTHY -> ".healthy";
            case DEGRADED, UNDECIDED -> "";
        };
        return "change." + trend.name().toLowerCase(Locale.ROOT) + (trend == Comparison.Trend.SAME ? same : "");
    }

    private static List<VerdictText.Other> others(Report report, Telling telling) {
        List<Finding> others = new ArrayList<>(report.diagnosis().findings());
        report.diagnosis().verdict().finding().or(telling::good).ifPresent(others::remove);
        return others.stream().map(finding -> new VerdictText.Other(Mark.of(finding.severity()), telling.words().severity(finding.severity()),
            telling.title(finding), telling.summary(finding), finding.fault().code())).toList();
    }

    private static Optional<VerdictText.ByHand> byHand(Report report, Telling telling) {
        return report.diagnosis().verdict().finding().flatMap(finding -> question(report, finding)
            .flatMap(question -> byHand(question, finding, telling)));
    }

    /** The one that led to the finding; of a report of another version the last one, with which a fault ends its stage. */
    private static Optional<String> question(Report report, Finding finding) {
        return report.diagnosis().stages().stream().filter(stage -> stage.stage() == finding.stage()).findFirst()
            .flatMap(stage -> Trail.questionBefore(finding.fault(), stage)
                .or(() -> stage.path().stream().map(StageResult.Step::question).reduce((_, last) -> last).filter(_ -> finding.severity() == Severity.FAULT)));
    }

    /** Empty for a question that a report of another version asked and that we have no words for. */
    private static Optional<VerdictText.ByHand> byHand(String question, Finding finding, Telling telling) {
        try {
            QuestionWords words = telling.words().question(question);
            return telling.words().byHand(question, telling.os(), finding.facts())
                .map(command -> new VerdictText.ByHand(words.text(), command, words.why()));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
