package org.faultline.ui.guided;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;

/** The list of steps: where the session stands and how each step came out. */
final class StepsView extends VBox {

    private final Texts texts;

    StepsView(Texts texts) {
        this.texts = texts;
        setId("guided-steps");
        getStyleClass().addAll("card", "guided-steps");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("steps"));
    }

    void show(List<StepMark> steps) {
        getChildren().setAll(steps.stream().map(this::row).toList());
    }

    private HBox row(StepMark step) {
        Label name = Pieces.text(step.name(), step.here() ? "strong" : "plain");
        Label word = Pieces.text(step.word(), "small", "muted");
        VBox lines = new VBox(name, word);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(Pieces.icon(step.mark()), lines);
        row.getStyleClass().addAll("guided-step", step.here() ? "here" : "elsewhere");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(texts.get(step.here() ? "step.here" : "step.spoken", step.name(), step.word()));
        return row;
    }
}
