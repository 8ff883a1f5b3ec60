package org.faultline.ui.tree;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.faultline.report.Texts;
import org.faultline.report.picture.Mark;
import org.faultline.report.picture.State;

/** What the signs and the colours mean. */
final class Legend extends FlowPane {

    Legend(Texts texts) {
        getStyleClass().add("tree-legend");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(sign(Mark.YES, texts.get("legend.yes")), sign(Mark.NO, texts.get("legend.no")),
            sign(Mark.UNKNOWN, texts.get("legend.unknown")), sign(Mark.NOT_ASKED, texts.get("legend.quiet")),
            colour(State.GOOD, texts.get("legend.good")), colour(State.FAULT, texts.get("legend.fault")),
            colour(State.WARNING, texts.get("legend.warning")), colour(State.UNKNOWN, texts.get("legend.open")),
            colour(State.NEUTRAL, texts.get("legend.neutral")));
    }

    private static Label sign(Mark mark, String words) {
        SVGPath path = new SVGPath();
        path.setContent(mark.path());
        path.getStyleClass().add("tree-mark");
        StackPane holder = new StackPane(path);
        holder.setMinSize(12, 12);
        return labelled(holder, words);
    }

    private static Label colour(State state, String words) {
        Pane patch = new Pane();
        patch.getStyleClass().setAll(Looks.of(state, true));
        patch.getStyleClass().addFirst("tree-patch");
        return labelled(patch, words);
    }

    private static Label labelled(Node sign, String words) {
        Label label = new Label(words, sign);
        label.setContentDisplay(ContentDisplay.LEFT);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
