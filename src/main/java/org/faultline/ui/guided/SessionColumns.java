package org.faultline.ui.guided;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Steps, the step that is shown, and what is kept, side by side; with little room the steps and what is kept go above and below it. */
final class SessionColumns extends Pane {

    /** In sizes of the text, as all that follow. */
    private static final double NARROW = 74;
    private static final double STEPS = 17;
    private static final double KEPT = 21;
    private static final double GAP = 0.92;

    private final Region steps;
    private final Region step;
    private final Region kept;
    private final DoubleSupplier em;

    /** @param em the size of the text */
    SessionColumns(Region steps, Region step, Region kept, DoubleSupplier em) {
        this.steps = steps;
        this.step = step;
        this.kept = kept;
        this.em = em;
        getStyleClass().add("columns");
        getChildren().addAll(steps, step, kept);
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

    private double middle(double width) {
        return narrow(width) ? inner(width) : inner(width) - em(STEPS) - em(KEPT) - 2 * em(GAP);
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
    protected double computePrefHeight(double width) {
        double insets = snappedTopInset() + snappedBottomInset();
        double most = step.prefHeight(middle(width));
        return narrow(width)
            ? insets + most + em(GAP) + kept.prefHeight(inner(width)) + em(GAP) + steps.prefHeight(inner(width))
            : insets + Math.max(most, Math.max(kept.prefHeight(em(KEPT)), steps.prefHeight(em(STEPS))));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = inner(getWidth());
        if (narrow(getWidth())) {
            below(x, y, width);
        } else {
            double middle = middle(getWidth());
            steps.resizeRelocate(x, y, em(STEPS), steps.prefHeight(em(STEPS)));
            step.resizeRelocate(x + em(STEPS) + em(GAP), y, middle, step.prefHeight(middle));
            kept.resizeRelocate(x + em(STEPS) + middle + 2 * em(GAP), y, em(KEPT), kept.prefHeight(em(KEPT)));
        }
    }

    private void below(double x, double y, double width) {
        double first = step.prefHeight(width);
        double second = kept.prefHeight(width);
        step.resizeRelocate(x, y, width, first);
        kept.resizeRelocate(x, y + first + em(GAP), width, second);
        steps.resizeRelocate(x, y + first + second + 2 * em(GAP), width, steps.prefHeight(width));
    }
}
