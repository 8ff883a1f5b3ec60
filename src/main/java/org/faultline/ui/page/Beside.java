package org.faultline.ui.page;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Two parts beside each other; where that is too narrow for the size of the text, one below the other, each as high as it needs to be.
 * Whoever shows it scrolls what is higher than the room there is. All sizes are in sizes of the text.
 */
public final class Beside extends Pane {

    private static final double GAP = 0.92;
    private static final double LEAST_WIDTH = 18;

    private final Region left;
    private final Region right;
    private final Text letter = new Text();
    private double narrow = 62;
    private double wide = 27;
    private double least = 22;
    private boolean ofLeft;
    private boolean rightFirst;
    private DoubleUnaryOperator leftAlone = width -> em(30);
    private DoubleUnaryOperator rightAlone = width -> em(30);

    public Beside(Region left, Region right) {
        this.left = left;
        this.right = right;
        letter.setManaged(false);
        letter.setVisible(false);
        getChildren().addAll(left, right, letter);
    }

    /** Below which width they stand below each other. */
    public Beside narrowBelow(double width) {
        narrow = width;
        return this;
    }

    /** How wide the right one is. */
    public Beside rightWide(double width) {
        wide = width;
        return this;
    }

    /** How wide the left one is; the right one has the rest. */
    public Beside leftWide(double width) {
        wide = width;
        ofLeft = true;
        return this;
    }

    /** How high both are at least when they stand beside each other. */
    public Beside atLeast(double height) {
        least = height;
        return this;
    }

    /** The right one stands above the left one where there is no room beside it. */
    public Beside rightFirst() {
        rightFirst = true;
        return this;
    }

    /** How high the left one is when it has the whole width: a height of its own, such as that of a list that scrolls. */
    public Beside leftAlone(double height) {
        leftAlone = _ -> em(height);
        return this;
    }

    /** How high the left one is when it has the whole width, in pixels. */
    public Beside leftAlone(DoubleUnaryOperator heightOfWidth) {
        leftAlone = heightOfWidth;
        return this;
    }

    /** The same of the right one. */
    public Beside rightAlone(double height) {
        rightAlone = _ -> em(height);
        return this;
    }

    /** How high the right one is when it has the whole width, in pixels. */
    public Beside rightAlone(DoubleUnaryOperator heightOfWidth) {
        rightAlone = heightOfWidth;
        return this;
    }

    private double em(double times) {
        return snapSizeX(times * letter.getFont().getSize());
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double insets() {
        return snappedTopInset() + snappedBottomInset();
    }

    private boolean isNarrow(double width) {
        return inner(width) < em(narrow);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return em(LEAST_WIDTH);
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(narrow);
    }

    @Override
    protected double computeMinHeight(double width) {
        return insets() + (width >= 0 && isNarrow(width) ? leftAlone.applyAsDouble(inner(width)) + em(GAP) + rightAlone.applyAsDouble(inner(width)) : em(least));
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
        double height = getHeight() - insets();
        if (!isNarrow(getWidth())) {
            double first = ofLeft ? em(wide) : width - em(wide) - em(GAP);
            left.resizeRelocate(x, y, first, height);
            right.resizeRelocate(x + first + em(GAP), y, width - first - em(GAP), height);
            return;
        }
        double ofRight = rightAlone.applyAsDouble(width);
        double ofLeft = height - em(GAP) - ofRight;
        left.resizeRelocate(x, rightFirst ? y + ofRight + em(GAP) : y, width, ofLeft);
        right.resizeRelocate(x, rightFirst ? y : y + ofLeft + em(GAP), width, ofRight);
    }
}
