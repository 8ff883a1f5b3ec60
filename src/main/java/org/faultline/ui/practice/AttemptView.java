package org.faultline.ui.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.practice.Attempt;
import org.faultline.practice.Probing;
import org.faultline.report.EvidenceLine;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;

/** One attempt: the complaint, the questions of each stage with the answers known so far, the names, and at the end the conclusion. */
final class AttemptView {

    private static final int EVIDENCE_SHOWN = 3;

    private final Texts texts;
    private final Words words;
    private final PracticeModel model;
    private final ConclusionView conclusion;
    private final VBox root = new VBox();

    /** @param open begins an exercise */
    AttemptView(Texts texts, Words words, Locale locale, PracticeModel model, Consumer<String> open) {
        this.texts = texts;
        this.words = words;
        this.model = model;
        this.conclusion = new ConclusionView(texts, words, locale, model, open);
        root.getStyleClass().add("practice-now");
    }

    VBox root() {
        return root;
    }

    void show(Optional<Attempt> attempt) {
        Optional<String> focused = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner()).map(Node::getId);
        attempt.ifPresentOrElse(this::show, this::welcome);
        focused.filter(id -> id.startsWith("ask-")).flatMap(id -> Optional.ofNullable(root.lookup("#" + id))).ifPresent(Node::requestFocus);
    }

    private void welcome() {
        root.getChildren().setAll(Pieces.text(texts.get("title"), "page-title"), Pieces.text(texts.get("intro"), "help-text"),
            Pieces.text(texts.get("pick"), "muted"));
    }

    private void show(Attempt attempt) {
        String id = attempt.exercise().id();
        Label title = Pieces.text(texts.get("exercise." + id + ".title"), "page-title");
        title.setId("exercise-title");
        Label complaint = Pieces.text(texts.get("exercise." + id + ".complaint"), "complaint");
        complaint.setId("complaint");
        root.getChildren().setAll(title, Pieces.text(texts.get("level." + attempt.exercise().level().id()), "small", "muted"), complaint);
        if (attempt.naming().isPresent()) {
            root.getChildren().add(conclusion.of(attempt));
        }
        root.getChildren().add(Pieces.heading(texts.get("ask")));
        for (Stage stage : Stage.PATH) {
            List<Probing> here = attempt.offered().stream().filter(probing -> probing.stage() == stage).toList();
            if (!here.isEmpty()) {
                root.getChildren().add(stage(stage, here, attempt));
            }
        }
        if (attempt.naming().isEmpty()) {
            root.getChildren().addAll(Pieces.heading(texts.get("name")), names(attempt));
        }
    }

    private VBox stage(Stage stage, List<Probing> here, Attempt attempt) {
        VBox box = new VBox(Pieces.text(words.stageName(stage), "small", "muted"));
        box.getStyleClass().add("practice-stage");
        here.forEach(probing -> box.getChildren().add(attempt.asked().contains(probing) ? answered(probing, attempt) : question(probing, attempt)));
        return box;
    }

    private Node question(Probing probing, Attempt attempt) {
        Button button = Pieces.button(words.question(probing.step().question()).text(), () -> model.ask(probing));
        button.setId("ask-" + attempt.offered().indexOf(probing));
        button.setDisable(attempt.naming().isPresent());
        wide(button);
        return button;
    }

    /** As wide as the page, however narrow that is. */
    private static void wide(Button button) {
        button.getStyleClass().add("practice-question");
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
    }

    private Node answered(Probing probing, Attempt attempt) {
        VBox told = new VBox(Pieces.text(words.question(probing.step().question()).text() + "  " + words.answer(probing.step().answer()), "strong"));
        if (!probing.measured()) {
            told.getChildren().add(Pieces.text(texts.get("not.measured"), "small", "muted"));
        }
        probing.step().because().stream().limit(EVIDENCE_SHOWN)
            .forEach(seen -> told.getChildren().add(Pieces.text(EvidenceLine.sentence(seen, words), "small", "mono", "muted")));
        told.getStyleClass().add("practice-told");
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new HBox(Pieces.icon(!probing.measured() ? Mark.UNKNOWN : probing.telling() ? Mark.WARNING : Mark.OK), told);
        row.setId("ask-" + attempt.offered().indexOf(probing));
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(words.question(probing.step().question()).text() + " " + words.answer(probing.step().answer()));
        row.getStyleClass().add("practice-answer");
        return row;
    }

    private VBox names(Attempt attempt) {
        VBox pane = new VBox();
        pane.getStyleClass().add("practice-stage");
        for (Optional<Fault> name : attempt.names()) {
            String title = name.map(fault -> words.title(fault, Map.of())).orElseGet(() -> texts.get("name.nothing"));
            Button button = Pieces.button(title, () -> model.name(name));
            button.setId("name-" + name.map(Fault::code).orElse("nothing"));
            wide(button);
            pane.getChildren().add(button);
        }
        return pane;
    }
}
