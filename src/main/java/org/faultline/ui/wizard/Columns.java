package org.faultline.ui.wizard;

import javafx.scene.layout.Region;
import org.faultline.ui.detail.SidePanel;
import org.faultline.ui.page.ScaledPane;
import org.faultline.ui.page.Sight;

/**
 * The way outward, or what stands in its place, above the tree, and the verdict beside both; where that is too narrow for the size of the text, one below the other and
 * the verdict first. While a place of the tree is told about there, the tree and what is told share what is in sight; where that is too low for
 * both, what is told stands in the place of everything else until the person goes back.
 */
final class Columns extends ScaledPane {

    /** In sizes of the text, as all that follow. */
    private static final double NARROW = 62;
    private static final double VERDICT = 29;
    private static final double LEAST_VERDICT = 26;
    /** Of the whole width. */
    private static final double VERDICT_PART = 0.4;
    private static final double LEAST_TREE = 22;
    private static final double TREE_ALONE = 38;
    private static final double LEAST_TREE_ALONE = 15;
    private static final double LEAST_SHARED = 14;
    /** Twice what the tree needs to be walked in, or a text to be read. */
    private static final double BOTH = 44;
    private static final double SHARED_TREE = 0.52;

    private final Region strip;
    private final Region tree;
    private final SidePanel verdict;

    Columns(Region strip, Region tree, SidePanel verdict) {
        this.strip = strip;
        this.tree = tree;
        this.verdict = verdict;
        getStyleClass().add("columns");
        getChildren().addAll(strip, tree, verdict);
    }

    private boolean narrow(double width) {
        return width < em(NARROW);
    }

    private double beside(double width) {
        return snapSizeX(Math.clamp(width * VERDICT_PART, em(LEAST_VERDICT), em(VERDICT)));
    }

    /** Whether all is one below the other, more than can be seen at once. */
    boolean stacked() {
        return narrow(inner(getWidth()));
    }

    /** Whether there is room for the tree or for what is told about a place of it, not for both. */
    boolean oneAtATime() {
        return stacked() && Sight.height(this) < em(BOTH);
    }

    /** The height of the way outward with the gap below it; none where there is nothing of it to show. */
    private double above(double width) {
        return strip.isManaged() ? strip.prefHeight(width) + gap() : 0;
    }

    @Override
    protected double heightOf(double width) {
        if (!narrow(width)) {
            return above(width - beside(width) - gap()) + em(LEAST_TREE);
        }
        return verdict.told() ? em(LEAST_SHARED) : above(width) + verdict.wholeHeight(width) + gap() + atOnce(LEAST_TREE_ALONE, TREE_ALONE);
    }

    @Override
    protected void place(double x, double y, double width, double height) {
        boolean shared = narrow(width) && verdict.told();
        boolean covered = shared && oneAtATime();
        strip.setVisible(!shared && strip.isManaged());
        verdict.covers(tree, covered);
        if (covered) {
            verdict.resizeRelocate(x, y, width, height);
        } else if (shared) {
            double part = snapSizeY(height * SHARED_TREE);
            tree.resizeRelocate(x, y, width, part);
            verdict.resizeRelocate(x, y + part + snapSizeX(gap() / 2), width, height - part - snapSizeX(gap() / 2));
        } else if (narrow(width)) {
            below(x, y, width);
        } else {
            double right = beside(width);
            double left = width - right - gap();
            double top = above(left);
            strip.resizeRelocate(x, y, left, Math.max(0, top - gap()));
            tree.resizeRelocate(x, y + top, left, height - top);
            verdict.resizeRelocate(x + left + gap(), y, right, height);
        }
    }

    private void below(double x, double y, double width) {
        double top = above(width);
        double middle = verdict.wholeHeight(width) + gap();
        verdict.resizeRelocate(x, y, width, middle - gap());
        strip.resizeRelocate(x, y + middle, width, Math.max(0, top - gap()));
        tree.resizeRelocate(x, y + middle + top, width, atOnce(LEAST_TREE_ALONE, TREE_ALONE));
    }
}
