package org.faultline.ui.detail;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.faultline.report.picture.NodeRef;
import org.faultline.ui.page.Sight;
import org.faultline.ui.tree.TreeView;

/**
 * Leads a person from a tree to what is told about a place of it, and back, with what they look at in sight and the keyboard where they look.
 *
 * @param card       holds the tree
 * @param stacked    whether both stand one below the other, more than can be seen at once
 * @param oneAtATime whether what is told stands in the place of the tree
 */
public record ToAndFro(Node card, SidePanel side, BooleanSupplier stacked, BooleanSupplier oneAtATime) {

    /** @param tell tells about a place at the side */
    public void lead(TreeView tree, Consumer<NodeRef> tell) {
        tree.onSelected(ref -> read(ref, tell));
        tree.onPassed(ref -> passed(ref, tell));
        side.onBack(wasReading -> back(tree, wasReading));
    }

    private void read(NodeRef ref, Consumer<NodeRef> tell) {
        tell.accept(ref);
        if (oneAtATime.getAsBoolean()) {
            Sight.toTop(side);
        }
    }

    /** Whoever walks through the tree keeps it before them until they press Enter, where they would lose sight of it. */
    private void passed(NodeRef ref, Consumer<NodeRef> tell) {
        if (oneAtATime.getAsBoolean()) {
            Sight.toTop(card);
        } else {
            tell.accept(ref);
        }
    }

    private void back(TreeView tree, boolean wasReading) {
        card.setVisible(true);
        if (stacked.getAsBoolean()) {
            Sight.toTop(card);
        }
        if (stacked.getAsBoolean() || wasReading) {
            tree.focusChosen();
        }
    }
}
