package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Remedy;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** What to do, step by step: who can do it, the command where there is one, and whether it was done. */
final class RemedySteps {

    private final Texts texts;
    private final Words words;
    private final Desktop desktop;
    private Optional<VerdictView.Tried> tried = Optional.empty();
    private Set<Integer> taken = Set.of();

    RemedySteps(Texts texts, Words words, Desktop desktop) {
        this.texts = texts;
        this.words = words;
        this.desktop = desktop;
    }

    /** @param already numbers of those that were taken before */
    void onTried(VerdictView.Tried listener, Set<Integer> already) {
        taken = Set.copyOf(already);
        tried = Optional.of(listener);
    }

    List<Node> rows(List<Remedy> steps) {
        return IntStream.range(0, steps.size()).mapToObj(i -> row(i + 1, steps.get(i))).toList();
    }

    private Node row(int number, Remedy remedy) {
        Label circle = new Label(String.valueOf(number));
        circle.getStyleClass().add("step-number");
        circle.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox what = new VBox(Pieces.text(remedy.text()), Pieces.text(words.who(remedy.who()), "small", "muted", "who-" + remedy.who()));
        what.getStyleClass().add("step-text");
        remedy.command().ifPresent(command -> what.getChildren().add(Pieces.command(command, texts, desktop)));
        tried.ifPresent(listener -> what.getChildren().add(done(number, remedy, listener)));
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox step = new HBox(circle, what);
        step.getStyleClass().add("step");
        return step;
    }

    private Node done(int number, Remedy remedy, VerdictView.Tried listener) {
        Hyperlink done = Pieces.link(texts.get(taken.contains(number) ? "step.noted" : "step.done"), () -> { });
        done.setId("step-done-" + number);
        done.setAccessibleText(texts.get("step.done.spoken", number));
        done.setOnAction(_ -> {
            listener.step(number, remedy);
            done.setText(texts.get("step.noted"));
        });
        return done;
    }
}
