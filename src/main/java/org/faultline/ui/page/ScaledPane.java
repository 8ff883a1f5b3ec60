package org.faultline.ui.page;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/** A pane whose lengths are told in sizes of the text, and whose height follows from its width. */
public abstract class ScaledPane extends Pane {

    private static final double LEAST = 20;
    private static final double GAP = 0.92;

    private final DoubleSupplier em;

    /** @param em the size of the text */
    protected ScaledPane(DoubleSupplier em) {
        this.em = em;
        getStyleClass().add("columns");
    }

    /** So many sizes of the text, in whole pixels. */
    protected final double em(double times) {
        return snapSizeX(times * em.getAsDouble());
    }

    /** Between one part and the next. */
    protected final double gap() {
        return em(GAP);
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
}
