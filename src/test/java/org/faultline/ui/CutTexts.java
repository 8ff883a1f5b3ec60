package org.faultline.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds words that do not fit: what a control shows is shorter than what it was given. */
final class CutTexts {

    /** May be shortened, since they repeat or only decorate what stands elsewhere. */
    private static final Set<String> MAY_BE_SHORT = Set.of("subtitle", "hint", "tree-hint");

    private CutTexts() { }

    /** Call on the UI thread, after the layout. */
    static List<String> in(Parent root) {
        List<String> cut = new ArrayList<>();
        collect(root, cut);
        return cut;
    }

    private static void collect(Node node, List<String> cut) {
        if (!node.isVisible() || node.getStyleClass().stream().anyMatch(MAY_BE_SHORT::contains)) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && isCut(labeled)) {
            cut.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
            .anyMatch(text -> text.isVisible() && !text.getText().isEmpty() && text.getText().endsWith("...") && !labeled.getText().endsWith("..."));
    }
}
