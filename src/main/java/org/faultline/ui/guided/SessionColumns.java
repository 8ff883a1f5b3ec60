package org.faultline.ui.guided;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Steps, the step that is shown, and what is kept, side by side; with less room the steps go below what is kept, and with little both go below the step. */
final class SessionColumns extends Pane {

    /** In sizes of the text, as all that follow. */
    private static final double THREE = 74;
    private static final double TWO = 52;
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

    /** Three columns, two with the steps below what is kept, or one. */
    private int columns(double width) {
        return inner(width) >= em(THREE) ? 3 : inner(width) >= em(TWO) ? 2 : 1;
    }

    private double middle(double width) {
        return switch (columns(width)) {
            case 3 -> inner(width) - em(STEPS) - em(KEPT) - 2 * em(GAP);
            case 2 -> inner(width) - em(KEPT) - em(GAP);
            default -> inner(width);
        };
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
        double first = step.prefHeight(middle(width));
        return insets + switch (columns(width)) {
            case 3 -> Math.max(first, Math.max(kept.prefHeight(em(KEPT)), steps.prefHeight(em(STEPS))));
            case 2 -> Math.max(first, stacked(em(KEPT)));
            default -> first + em(GAP) + stacked(inner(width));
        };
    }

    private double stacked(double width) {
        return kept.prefHeight(width) + em(GAP) + steps.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double middle = middle(getWidth());
        double first = step.prefHeight(middle);
        switch (columns(getWidth())) {
            case 3 -> {
                steps.resizeRelocate(x, y, em(STEPS), steps.prefHeight(em(STEPS)));
                step.resizeRelocate(x + em(STEPS) + em(GAP), y, middle, first);
                kept.resizeRelocate(x + em(STEPS) + middle + 2 * em(GAP), y, em(KEPT), kept.prefHeight(em(KEPT)));
            }
            case 2 -> {
                step.resizeRelocate(x, y, middle, first);
                stack(x + middle + em(GAP), y, em(KEPT));
            }
            default -> {
                step.resizeRelocate(x, y, middle, first);
                stack(x, y + first + em(GAP), middle);
            }
        }
    }

    private void stack(double x, double y, double width) {
        double above = kept.prefHeight(width);
        kept.resizeRelocate(x, y, width, above);
        steps.resizeRelocate(x, y + above + em(GAP), width, steps.prefHeight(width));
    }
}
