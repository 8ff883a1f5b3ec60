package org.faultline.ui.tree;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;

/** Says how many stages lie beyond the left and the right rim of the picture; a press goes there. Brief, it says the number alone, and all of it to a screen reader. */
final class OutOfSight extends HBox {

    private final Texts texts;
    private final boolean brief;
    private Count shown = new Count(-1, -1);
    private final Hyperlink before;
    private final Hyperlink after;

    OutOfSight(Texts texts, boolean brief, Runnable toTheFirst, Runnable toTheLast) {
        this.texts = texts;
        this.brief = brief;
        this.before = link(brief ? "tree-before-brief" : "tree-before", toTheFirst);
        this.after = link(brief ? "tree-after-brief" : "tree-after", toTheLast);
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

    /** Called at every move of the picture; most change nothing. */
    void show(Count count) {
        if (count.equals(shown)) {
            return;
        }
        shown = count;
        show(before, count.before(), "beyond.before");
        show(after, count.after(), "beyond.after");
        Optional.ofNullable(getParent()).ifPresent(Parent::requestLayout);
    }

    /** Whether anything lies beyond; whoever lays this out decides whether it is shown. */
    boolean any() {
        return shown.before() + shown.after() > 0;
    }

    private void show(Hyperlink link, int stages, String key) {
        link.setText(texts.get(brief ? key + ".brief" : stages == 1 ? key + ".one" : key, stages));
        link.setAccessibleText(texts.get(stages == 1 ? key + ".one.spoken" : key + ".spoken", stages));
        if (brief) {
            link.setTooltip(new Tooltip(link.getAccessibleText()));
        }
        link.setVisible(stages > 0);
        link.setManaged(stages > 0);
    }
}
