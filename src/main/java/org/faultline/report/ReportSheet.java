package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;
import org.faultline.report.Block.Item;
import org.faultline.report.Block.Items;
import org.faultline.report.Block.Mark;
import org.faultline.report.Block.Paragraph;
import org.faultline.report.Block.Table;
import org.faultline.report.Sheet.Section;

/**
 * Puts a report into words, section by section: what a person needs first, then what people brought to the run, then everything
 * for whoever wants to check the judgement.
 */
public final class ReportSheet {

    private final Report report;
    private final Telling telling;
    private final ShownTime time;
    private final Texts labels;
    private final List<Section> sections = new ArrayList<>();

    private ReportSheet(Report report, Locale locale) {
        this.report = report;
        this.time = ShownTime.universal(locale);
        this.telling = Telling.of(report, locale);
        this.labels = telling.labels();
    }

    public static Sheet of(Report report, Locale locale) {
        return new ReportSheet(report, locale).sheet(locale);
    }

    private Sheet sheet(Locale locale) {
        Verdict verdict = report.diagnosis().verdict();
        section("heading.ports", PortTable.fits(report) ? new PortTable(report, locale).blocks() : List.of());
        section("heading.todo", verdict.finding().map(this::steps).stream().toList());
        section("heading.evidence", verdict.finding().map(this::evidence).orElse(List.of()));
        section("heading.changed", changed());
        section("heading.also", alsoFound(verdict));
        section("heading.notJudged", notJudged());
        section("heading.session", new SessionSections(report, telling, time).blocks());
        section("heading.tree", List.of(new Block.Tree()));
        section("heading.questions", questions());
        section("heading.machine", MachineBlocks.of(report.machine(), labels));
        section("heading.seen", seen());
        return new Sheet(locale, verdict.status(), telling.healthyInPart(), telling.word(), telling.title(),
            labels.get("document.place", verdict.code(), JsonReport.stageOf(report).id()),
            labels.get("document.name", machine(), time.of(report.started())), telling.summary(), origin(),
            new PathStrip(report, telling).stops(), sections);
    }

    private void section(String heading, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(labels.get(heading), blocks));
        }
    }

    private Block steps(Finding finding) {
        return new Block.Steps(telling.remedies(finding).stream()
            .map(remedy -> new Block.Step(telling.words().who(remedy.who()), remedy.text(), remedy.command())).toList());
    }

    private List<Block> evidence(Finding finding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(telling.explanation(finding)));
        evidence(blocks, "document.for", finding.because());
        evidence(blocks, "document.against", finding.against());
        evidence(blocks, "document.notMeasured", finding.notMeasured());
        return blocks;
    }

    private void evidence(List<Block> blocks, String side, List<Observation> observations) {
        if (!observations.isEmpty()) {
            blocks.add(new Items(labels.get(side), observations.stream()
                .map(seen -> new Item(mark(seen), "", EvidenceLine.sentence(seen, telling.words()))).toList()));
        }
    }

    private static Mark mark(Observation seen) {
        return PersonQuestion.isTold(seen) ? Mark.NOTE : seen.passed() ? Mark.PASSED : seen.failed() ? Mark.FAILED : Mark.UNKNOWN;
    }

    private List<Block> changed() {
        return SinceHealthyText.of(report, time).<List<Block>>map(text -> List.of(text.facts().isEmpty() ? new Paragraph(text.since())
            : new Items(text.since(), text.facts().stream().map(fact -> new Item(Mark.NONE, "", fact)).toList()))).orElse(List.of());
    }

    private List<Block> alsoFound(Verdict verdict) {
        List<Item> items = report.diagnosis().findings().stream().filter(finding -> !verdict.finding().or(telling::good).equals(Optional.of(finding)))
            .map(this::found).toList();
        return items.isEmpty() ? List.of() : List.of(new Items("", items));
    }

    private Item found(Finding finding) {
        String words = telling.title(finding) + " (" + finding.fault().code() + ", " + finding.stage().id() + ").";
        boolean grave = finding.severity() == Severity.WARNING || finding.severity() == Severity.FAULT;
        return new Item(mark(finding.severity()), telling.words().severity(finding.severity()),
            grave ? words + " " + telling.summary(finding) : words);
    }

    private static Mark mark(Severity severity) {
        return switch (severity) {
            case INFO -> Mark.NOTE;
            case WARNING -> Mark.WARNING;
            case FAULT -> Mark.FAILED;
            case NOT_MEASURED -> Mark.UNKNOWN;
        };
    }

    private List<Block> notJudged() {
        return telling.notJudged(report).map(Paragraph::new).<List<Block>>map(List::of).orElse(List.of());
    }

    private List<Block> questions() {
        List<Block> blocks = new ArrayList<>(report.diagnosis().stages().stream().filter(stage -> !stage.path().isEmpty()).map(stage ->
            new Table(telling.decided(stage), Stream.of("column.question", "column.answer", "column.because").map(labels::get).toList(),
                stage.path().stream().map(this::step).toList())).toList());
        if (!blocks.isEmpty()) {
            blocks.add(new Paragraph(telling.digest(report)));
        }
        return blocks;
    }

    private List<String> step(StageResult.Step step) {
        return List.of(telling.question(step.question()), telling.words().answer(step.answer()),
            step.because().stream().map(Observation::id).collect(Collectors.joining(", ")));
    }

    private List<Block> seen() {
        if (report.observations().isEmpty()) {
            return List.of(new Paragraph(labels.get("seen.nothing")));
        }
        return List.of(new Table("", Stream.of("column.id", "column.stage", "column.seen", "column.at").map(labels::get).toList(),
            report.observations().stream().map(seen -> List.of(seen.id(), seen.stage().id(), EvidenceLine.of(seen, telling.words()),
                Shown.milliseconds(JsonReport.milliseconds(seen.started()), telling.words()))).toList()));
    }

    private String machine() {
        return telling.machine(report);
    }

    private String origin() {
        return telling.origin(report, time);
    }
}
