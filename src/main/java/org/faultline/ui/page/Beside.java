package org.faultline.ui.page;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.layout.Region;

/**
 * Two parts beside each other; where that is too narrow for the size of the text, one below the other, each as high as it needs to be.
 * Whoever shows it scrolls what is higher than the room there is. All sizes are in sizes of the text.
 */
public final class Beside extends ScaledPane {

    private final Region left;
    private final Region right;
    private double narrow = 62;
    private double wide = 27;
    private double least = 22;
    private boolean ofLeft;
    private boolean rightFirst;
    private boolean rightGrows;
    private BooleanSupplier alone = () -> false;
    private Consumer<Boolean> instead = _ -> { };
    private DoubleUnaryOperator leftAlone = width -> em(30);
    private DoubleUnaryOperator rightAlone = width -> em(30);

    public Beside(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
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

    /** Where one stands below the other, room that is left belongs to the right one. */
    public Beside rightGrows() {
        rightGrows = true;
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

    /** The same for a left one that moves what it shows: no higher than what can be seen at once. */
    public Beside leftAtOnce(double least, double most) {
        leftAlone = _ -> atOnce(least, most);
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

    /** Where there is no room beside each other only the right one is shown while this is so; it hears whether it stands in the other's place. */
    public Beside rightInstead(BooleanSupplier condition, Consumer<Boolean> listener) {
        alone = condition;
        instead = listener;
        return this;
    }

    /** Whether one stands below the other. */
    public boolean stacked() {
        return inner(getWidth()) < em(narrow);
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(narrow);
    }

    @Override
    protected double heightOf(double width) {
        if (width >= em(narrow)) {
            return em(least);
        }
        double ofRight = rightAlone.applyAsDouble(width);
        return alone.getAsBoolean() ? ofRight : leftAlone.applyAsDouble(width) + gap() + ofRight;
    }

    @Override
    protected void place(double x, double y, double width, double height) {
        boolean covered = width < em(narrow) && alone.getAsBoolean();
        instead.accept(covered);
        if (covered) {
            right.resizeRelocate(x, y, width, height);
        } else if (width >= em(narrow)) {
            double first = ofLeft ? em(wide) : width - em(wide) - gap();
            left.resizeRelocate(x, y, first, height);
            right.resizeRelocate(x + first + gap(), y, width - first - gap(), height);
        } else {
            below(x, y, width, height);
        }
    }

    private void below(double x, double y, double width, double height) {
        double ofRight = rightGrows ? height - gap() - leftAlone.applyAsDouble(width) : rightAlone.applyAsDouble(width);
        double ofLeft = height - gap() - ofRight;
        left.resizeRelocate(x, rightFirst ? y + ofRight + gap() : y, width, ofLeft);
        right.resizeRelocate(x, rightFirst ? y : y + ofLeft + gap(), width, ofRight);
    }
}
