package org.faultline.ui.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.report.EvidenceLine;
import org.faultline.report.Telling;
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
        live.getChildren().setAll(Pieces.text(look.texts().get("measuring.seen", seen.size()), "small", "muted"));
        seen.stream().skip(Math.max(0, seen.size() - LINES)).map(this::line).forEach(live.getChildren()::add);
    }

    private Node line(Observation seen) {
        return row(Mark.of(seen.outcome()), look.words().outcome(seen.outcome()), EvidenceLine.sentence(seen, look.words()), "");
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
        asked.stream().skip(Math.max(0, asked.size() - LINES)).map(this::asked).forEach(rows.getChildren()::add);
        if (asked.size() > LINES) {
            rows.getChildren().addFirst(Pieces.text(look.texts().get("result.more", asked.size() - LINES), "small", "muted"));
        }
        return List.of(Pieces.heading(look.texts().get("result.questions")), rows);
    }

    private Node asked(StageResult.Step step) {
        boolean failed = step.because().stream().anyMatch(Observation::failed);
        Mark mark = switch (step.answer()) {
            case UNKNOWN -> Mark.UNKNOWN;
            case YES, NO -> failed ? Mark.WARNING : Mark.OK;
        };
        return row(mark, look.words().answer(step.answer()), look.words().question(step.question()).text(), look.words().answer(step.answer()));
    }

    private static Node row(Mark mark, String word, String sentence, String aside) {
        Label text = Pieces.text(sentence);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label right = new Label(aside);
        right.getStyleClass().addAll("small", "muted", "aside");
        HBox row = new HBox(Pieces.icon(mark), text, right);
        row.getStyleClass().add("row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(sentence + " " + word);
        return row;
    }

    /** The questions that belong to this step: those that are open, then those answered here. */
    static Stream<PersonQuestion> questionsAt(Guide guide, Optional<Stage> stage) {
        Stream<PersonQuestion> told = Stream.of(PersonQuestion.values()).filter(question -> guide.answer(question).isPresent())
            .filter(question -> stage.isEmpty() || stage.get() == question.stage());
        return Stream.concat(guide.questions().stream(), told).distinct();
    }
}
