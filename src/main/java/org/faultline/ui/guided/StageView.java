package org.faultline.ui.guided;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;
import org.faultline.report.EvidenceLine;
import org.faultline.report.Telling;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.Place;
import org.faultline.report.picture.State;
import org.faultline.run.Guide;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;

/** The step of one stage: what is tested and why, then what came of it. */
final class StageView extends VBox {

    /** More would push the question or the buttons out of sight. */
    private static final int LINES = 7;

    private final Outlook look;
    private final Guide guide;
    private final Stage stage;
    private final VBox live = new VBox();

    StageView(Outlook look, Guide guide, Stage stage, GuidedState state) {
        this.look = look;
        this.guide = guide;
        this.stage = stage;
        getStyleClass().add("guided-stage");
        Label title = Pieces.text(look.words().stageName(stage), "page-title");
        title.setId("guided-title");
        getChildren().addAll(Pieces.text(look.texts().get("step.number", guide.at() + 1, guide.stages().size() + 1), "small", "muted"), title,
            Pieces.text(look.words().stageWhat(stage)), Pieces.text(look.texts().get("why", look.words().stageWhy(stage)), "small", "muted"));
        live.getStyleClass().add("rows");
        live.setId("guided-live");
        switch (state.activity()) {
            case Activity.Measuring measuring -> {
                getChildren().addAll(bar(), live);
                follow(measuring);
            }
            case Activity.Crashed(Throwable why) -> getChildren().add(Pieces.text(look.texts().get("crashed", why), "problem"));
            case Activity.Opening _, Activity.Resting _ -> guide.result(stage).ifPresent(this::outcome);
        }
    }

    /** What was asked on the way to the outcome, for below the questions that are open; empty while nothing was measured. */
    List<Node> details() {
        return live.getParent() == null ? guide.result(stage).map(this::questions).orElse(List.of()) : List.of();
    }

    private Node bar() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(look.texts().get("measuring.title"));
        return bar;
    }

    /** The latest of what was seen of this stage while it is being measured. */
    void follow(Activity.Measuring measuring) {
        List<Observation> seen = measuring.seen().stream().filter(observation -> observation.stage() == stage).toList();
        live.getChildren().setAll(Pieces.text(look.texts().counted("measuring.seen", seen.size()), "small", "muted"));
        seen.stream().skip(Math.max(0, seen.size() - LINES)).map(this::line).forEach(live.getChildren()::add);
    }

    private Node line(Observation seen) {
        return row(Mark.of(seen), EvidenceLine.spoken(seen, look.words()), EvidenceLine.sentence(seen, look.words()), "");
    }

    /** While a question is open, nothing that was measured is the last word. */
    private void outcome(StageResult result) {
        boolean open = guide.move() == Guide.Move.ANSWER;
        Mark mark = open ? Mark.UNKNOWN : Mark.of(result.status());
        Label word = Pieces.text(open ? look.texts().get("result.open") : look.words().status(result.status()), "strong");
        word.setId("guided-result");
        HBox head = new HBox(Pieces.icon(mark), word);
        head.getStyleClass().addAll("guided-outcome", mark.styleClass());
        getChildren().add(head);
        Telling telling = Telling.of(guide.report(), look.locale());
        List<Finding> findings = guide.report().diagnosis().findings();
        findings.stream().filter(finding -> finding.stage() == stage).forEach(finding -> found("result.found", finding, telling));
        findings.stream().filter(finding -> finding.stage().compareTo(stage) < 0 && explains(finding)).forEach(finding -> found("result.further", finding, telling));
    }

    private boolean explains(Finding finding) {
        return guide.explanation().filter(finding::equals).isPresent();
    }

    private void found(String key, Finding finding, Telling telling) {
        getChildren().addAll(Pieces.text(look.texts().get(key, telling.title(finding)), "strong"), Pieces.text(telling.summary(finding)));
    }

    private List<Node> questions(StageResult result) {
        List<StageResult.Step> asked = result.path();
        VBox rows = new VBox();
        rows.getStyleClass().add("rows");
        Map<String, State> states = states(guide.report().diagnosis(), stage);
        int folded = Math.max(0, asked.size() - LINES);
        asked.stream().skip(folded).map(step -> asked(step, states)).forEach(rows.getChildren()::add);
        if (folded > 0) {
            Hyperlink more = Pieces.link(look.texts().get("result.more", folded), () -> { });
            more.setId("guided-more");
            more.setOnAction(_ -> {
                rows.getChildren().remove(more);
                rows.getChildren().addAll(0, asked.stream().limit(folded).map(step -> asked(step, states)).toList());
            });
            rows.getChildren().addFirst(more);
        }
        return List.of(Pieces.heading(look.texts().get("result.questions")), rows);
    }

    /** How each question of this stage stands in the tree: by what its answer led to. */
    static Map<String, State> states(Diagnosis diagnosis, Stage stage) {
        return Outline.of(diagnosis, false).stages().stream().filter(branch -> branch.stage() == stage)
            .flatMap(branch -> branch.strand().all()).filter(Place::walked).filter(Place.Asked.class::isInstance).map(Place.Asked.class::cast)
            .collect(Collectors.toMap(place -> place.ref().question(), Place::state, (first, _) -> first));
    }

    static Mark mark(State state) {
        return switch (state) {
            case GOOD -> Mark.OK;
            case INFO -> Mark.INFO;
            case WARNING -> Mark.WARNING;
            case FAULT -> Mark.FAULT;
            case UNKNOWN -> Mark.UNKNOWN;
            case QUIET, ASKING, NEUTRAL -> Mark.QUIET;
        };
    }

    private Node asked(StageResult.Step step, Map<String, State> states) {
        Mark mark = mark(states.getOrDefault(step.question(), step.answer() == Truth.UNKNOWN ? State.UNKNOWN : State.NEUTRAL));
        String question = look.words().question(step.question()).text();
        String answer = look.words().answer(step.answer());
        return row(mark, question + " " + answer, question, answer);
    }

    private static Node row(Mark mark, String spoken, String sentence, String aside) {
        Label text = Pieces.text(sentence);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label right = new Label(aside);
        right.getStyleClass().addAll("small", "muted", "aside");
        HBox row = new HBox(Pieces.icon(mark), text, right);
        row.getStyleClass().add("row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(spoken);
        return row;
    }

    /** The questions that belong to this step: those that are open, then those answered here. */
    static Stream<PersonQuestion> questionsAt(Guide guide, Optional<Stage> stage) {
        Stream<PersonQuestion> told = Stream.of(PersonQuestion.values()).filter(question -> guide.answer(question).isPresent())
            .filter(question -> stage.isEmpty() || stage.get() == question.stage());
        return Stream.concat(guide.questions().stream(), told).distinct();
    }
}
