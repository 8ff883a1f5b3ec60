package org.faultline.ui.practice;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faultline.model.StageResult;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercise;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;

/** How it went, what the program says, and the way on which it got there. */
final class ConclusionView {

    private final Texts texts;
    private final Words words;
    private final Locale locale;
    private final PracticeModel model;
    private final Consumer<String> open;

    ConclusionView(Texts texts, Words words, Locale locale, PracticeModel model, Consumer<String> open) {
        this.texts = texts;
        this.words = words;
        this.locale = locale;
        this.model = model;
        this.open = open;
    }

    VBox of(Attempt attempt) {
        Exercise exercise = attempt.exercise();
        Telling telling = Telling.of(exercise.report(), locale);
        VBox box = new VBox(head(attempt), Pieces.heading(texts.get("conclusion")), Pieces.text(telling.title(), "strong"),
            Pieces.text(telling.summary(), "help-text"));
        exercise.report().diagnosis().verdict().finding().ifPresent(finding -> {
            box.getChildren().addAll(Pieces.heading(texts.get("why") + ": " + words.stageName(finding.stage())), way(exercise),
                Pieces.heading(texts.get("explanation")), Pieces.text(telling.explanation(finding), "help-text"), Pieces.heading(texts.get("todo")));
            telling.remedies(finding).forEach(remedy -> box.getChildren().add(Pieces.text(words.who(remedy.who()) + ": " + remedy.text(), "help-text")));
        });
        if (!attempt.missed().isEmpty()) {
            box.getChildren().add(Pieces.heading(texts.get("missed")));
            attempt.missed().forEach(probing -> box.getChildren().add(step(probing.step())));
        }
        box.getChildren().add(onward(exercise));
        box.getStyleClass().add("practice-conclusion");
        return box;
    }

    private Node head(Attempt attempt) {
        Mark mark = attempt.isRight() ? attempt.isGuess() ? Mark.WARNING : Mark.OK : Mark.FAULT;
        Label words = Pieces.text(texts.get(attempt.words()) + " " + texts.get("score", attempt.score()) + ". " + detours(attempt), "strong");
        words.setId("score");
        HBox head = new HBox(Pieces.icon(mark), words);
        head.setId("score-head");
        head.setFocusTraversable(true);
        head.setAccessibleRole(AccessibleRole.TEXT);
        head.setAccessibleText(words.getText());
        head.getStyleClass().addAll("change", mark == Mark.WARNING ? "info" : mark.styleClass());
        return head;
    }

    private String detours(Attempt attempt) {
        return switch (attempt.detours()) {
            case 0 -> texts.get("detours.none");
            case 1 -> texts.get("detours.one");
            default -> texts.get("detours.many", attempt.detours());
        };
    }

    private Node way(Exercise exercise) {
        VBox way = new VBox();
        exercise.report().diagnosis().verdict().finding().ifPresent(finding -> exercise.report().diagnosis().stages().stream()
            .filter(stage -> stage.stage() == finding.stage()).flatMap(stage -> stage.path().stream()).forEach(step -> way.getChildren().add(step(step))));
        return way;
    }

    private Node step(StageResult.Step step) {
        return Pieces.text(words.question(step.question()).text() + "  " + words.answer(step.answer()), "small");
    }

    private Node onward(Exercise exercise) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        model.next().ifPresent(next -> {
            Button onward = Pieces.mainButton(texts.get("next"), () -> open.accept(next));
            onward.setId("next");
            buttons.getChildren().add(onward);
        });
        Button again = Pieces.button(texts.get("again"), () -> open.accept(exercise.id()));
        again.setId("again");
        buttons.getChildren().add(again);
        return buttons;
    }
}
