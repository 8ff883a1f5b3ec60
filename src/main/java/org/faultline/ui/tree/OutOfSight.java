package org.faultline.ui.tree;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;

/** Says how many stages lie beyond the left and the right rim of the picture; a press goes there. */
final class OutOfSight extends HBox {

    private final Texts texts;
    private final Hyperlink before;
    private final Hyperlink after;

    OutOfSight(Texts texts, Runnable toTheFirst, Runnable toTheLast) {
        this.texts = texts;
        this.before = link("tree-before", toTheFirst);
        this.after = link("tree-after", toTheLast);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(before, after);
        getStyleClass().add("tree-beyond");
        show(new Count(0, 0));
    }

    /** Stages beyond the left rim and beyond the right one. */
    record Count(int before, int after) { }

    private static Hyperlink link(String id, Runnable action) {
        Hyperlink link = Pieces.link("", action);
        link.setId(id);
        link.getStyleClass().add("small");
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }

    void show(Count count) {
        show(before, count.before(), "beyond.before");
        show(after, count.after(), "beyond.after");
        setVisible(count.before() + count.after() > 0);
        setManaged(isVisible());
    }

    private void show(Hyperlink link, int stages, String key) {
        link.setText(texts.get(stages == 1 ? key + ".one" : key, stages));
        link.setAccessibleText(texts.get(stages == 1 ? key + ".one.spoken" : key + ".spoken", stages));
        link.setVisible(stages > 0);
        link.setManaged(stages > 0);
    }
}
