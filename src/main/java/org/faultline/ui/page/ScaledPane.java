package org.faultline.ui.page;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.util.Subscription;

/** A pane whose lengths are told in sizes of the text, and whose height follows from its width. */
public abstract class ScaledPane extends Pane {

    private static final double LEAST = 18;
    private static final double GAP = 0.92;

    /** Has the size of the text; what is shown may leave the scene and then hears of no other size. */
    private final Text letter = new Text();
    /** What can be seen at once may change where the size of this one does not, as when a window is maximised. */
    private Subscription room = Subscription.EMPTY;

    protected ScaledPane() {
        letter.setManaged(false);
        letter.setVisible(false);
        getChildren().add(letter);
        sceneProperty().subscribe(scene -> {
            room.unsubscribe();
            room = scene == null ? Subscription.EMPTY : Sight.onOtherHeight(this, this::requestLayout);
        });
    }

    /** How high it has to be within its rim at this width within it, in pixels. */
    protected abstract double heightOf(double width);

    /** Lays out what it holds in the room within its rim. */
    protected abstract void place(double x, double y, double width, double height);

    /** So many sizes of the text, in whole pixels. */
    protected final double em(double times) {
        return snapSizeX(times * letter.getFont().getSize());
    }

    /** Between one part and the next. */
    protected final double gap() {
        return em(GAP);
    }

    /** A height that can be seen at once, in pixels. @param least and most in sizes of the text */
    protected final double atOnce(double least, double most) {
        return Math.clamp(snapSizeY(Sight.height(this) - gap()), em(least), em(most));
    }

    /** What a width leaves within the rim. */
    protected final double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return em(LEAST);
    }

    @Override
    protected final double computeMinHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + heightOf(width < 0 ? Double.MAX_VALUE : inner(width));
    }

    @Override
    protected final double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected final void layoutChildren() {
        double y = snappedTopInset();
        place(snappedLeftInset(), y, inner(getWidth()), getHeight() - y - snappedBottomInset());
    }
}
