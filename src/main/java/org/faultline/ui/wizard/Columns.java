package org.faultline.ui.wizard;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.faultline.ui.detail.SidePanel;

/**
 * The way outward above the tree, and the verdict beside both; where that is too narrow for the size of the text, one below the other and
 * the verdict first. While a place of the tree is told about there, the tree and what is told share what is in sight.
 */
final class Columns extends Pane {

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
    private static final double GAP = 0.92;

    private final Region strip;
    private final Region tree;
    private final SidePanel verdict;
    private final DoubleSupplier em;

    /** @param em the size of the text */
    Columns(Region strip, Region tree, SidePanel verdict, DoubleSupplier em) {
        this.strip = strip;
        this.tree = tree;
        this.verdict = verdict;
        this.em = em;
        getStyleClass().add("columns");
        getChildren().addAll(strip, tree, verdict);
    }

    private double em(double times) {
        return snapSizeX(times * em.getAsDouble());
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
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
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return em(20);
    }

    @Override
    protected double computeMinHeight(double width) {
        double insets = snappedTopInset() + snappedBottomInset();
        if (shared(width)) {
            return insets + em(LEAST_SHARED);
        }
        return narrow(width)
            ? insets + strip.prefHeight(inner(width)) + em(GAP) + verdict.wholeHeight(inner(width)) + em(GAP) + em(TREE_ALONE)
            : insets + strip.prefHeight(inner(width) - beside(width) - em(GAP)) + em(GAP) + em(LEAST_TREE);
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
            verdict.resizeRelocate(x, y + part + em(GAP / 2), width, height - part - em(GAP / 2));
        } else if (narrow(getWidth())) {
            below(x, y, width);
        } else {
            double right = beside(getWidth());
            double left = width - right - em(GAP);
            double top = strip.prefHeight(left);
            strip.resizeRelocate(x, y, left, top);
            tree.resizeRelocate(x, y + top + em(GAP), left, height - top - em(GAP));
            verdict.resizeRelocate(x + left + em(GAP), y, right, height);
        }
    }

    private void below(double x, double y, double width) {
        double top = strip.prefHeight(width);
        double middle = verdict.wholeHeight(width);
        verdict.resizeRelocate(x, y, width, middle);
        strip.resizeRelocate(x, y + middle + em(GAP), width, top);
        tree.resizeRelocate(x, y + top + em(GAP) + middle + em(GAP), width, em(TREE_ALONE));
    }
}
