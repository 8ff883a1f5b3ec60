package org.faultline.ui.wizard;

import java.util.function.DoubleSupplier;
import javafx.scene.layout.Region;
import org.faultline.ui.detail.SidePanel;
import org.faultline.ui.page.ScaledPane;

/**
 * The way outward above the tree, and the verdict beside both; where that is too narrow for the size of the text, one below the other and
 * the verdict first. While a place of the tree is told about there, the tree and what is told share what is in sight.
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
    private static final double LEAST_SHARED = 14;
    private static final double SHARED_TREE = 0.52;

    private final Region strip;
    private final Region tree;
    private final SidePanel verdict;

    /** @param em the size of the text */
    Columns(Region strip, Region tree, SidePanel verdict, DoubleSupplier em) {
        super(em);
        this.strip = strip;
        this.tree = tree;
        this.verdict = verdict;
        getChildren().addAll(strip, tree, verdict);
    }

    private boolean narrow(double width) {
        return inner(width) < em(NARROW);
    }

    private double beside(double width) {
        return snapSizeX(Math.clamp(inner(width) * VERDICT_PART, em(LEAST_VERDICT), em(VERDICT)));
    }

    private boolean shared(double width) {
        return narrow(width) && verdict.told();
    }

    @Override
    protected double computeMinHeight(double width) {
        double insets = snappedTopInset() + snappedBottomInset();
        if (shared(width)) {
            return insets + em(LEAST_SHARED);
        }
        return narrow(width)
            ? insets + strip.prefHeight(inner(width)) + gap() + verdict.wholeHeight(inner(width)) + gap() + em(TREE_ALONE)
            : insets + strip.prefHeight(inner(width) - beside(width) - gap()) + gap() + em(LEAST_TREE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = inner(getWidth());
        double height = getHeight() - y - snappedBottomInset();
        boolean shared = shared(getWidth());
        strip.setVisible(!shared);
        if (shared) {
            double part = snapSizeY(height * SHARED_TREE);
            tree.resizeRelocate(x, y, width, part);
            verdict.resizeRelocate(x, y + part + snapSizeX(gap() / 2), width, height - part - snapSizeX(gap() / 2));
        } else if (narrow(getWidth())) {
            below(x, y, width);
        } else {
            double right = beside(getWidth());
            double left = width - right - gap();
            double top = strip.prefHeight(left);
            strip.resizeRelocate(x, y, left, top);
            tree.resizeRelocate(x, y + top + gap(), left, height - top - gap());
            verdict.resizeRelocate(x + left + gap(), y, right, height);
        }
    }

    private void below(double x, double y, double width) {
        double top = strip.prefHeight(width);
        double middle = verdict.wholeHeight(width);
        verdict.resizeRelocate(x, y, width, middle);
        strip.resizeRelocate(x, y + middle + gap(), width, top);
        tree.resizeRelocate(x, y + top + gap() + middle + gap(), width, em(TREE_ALONE));
    }
}
