package org.faultline.ui.tree;

import java.util.function.DoubleSupplier;
import org.faultline.report.picture.Box;

/**
 * Which part of the tree is in sight. The eye is led to where the run stands, until the person moves the picture: then it stays where it was put
 * until the next run, or until it is asked to lead again.
 */
final class Framing {

    static final double STEP = 1.25;

    /** The least scale at which letters of the usual size can be read. */
    private static final double READABLE = 0.86;
    private static final double USUAL = 13;
    /** Where the eye is led: an end has its way before it, a question its sides after it. */
    private static final double END = 0.74;
    private static final double MIDDLE = 0.36;

    private final Viewport viewport;
    private final TreeModel model;
    private final DoubleSupplier letters;
    private boolean moved;
    private boolean placed;

    /** @param letters their size */
    Framing(Viewport viewport, TreeModel model, DoubleSupplier letters) {
        this.viewport = viewport;
        this.model = model;
        this.letters = letters;
    }

    /** A run begins: what the person did with the picture of the one before is over. */
    void handBack() {
        moved = false;
    }

    /** Something is new: the eye is led there, unless the person looks elsewhere. */
    void follow() {
        if (!moved) {
            lead(placed);
        }
    }

    /** The first time there is room, the picture is put where it can be read. */
    void placeOnce() {
        if (!placed && viewport.getWidth() > 0 && viewport.getHeight() > 0) {
            placed = true;
            lead(false);
        }
    }

    /** Everything has another size now. */
    void placeAnew() {
        placed = false;
    }

    /** To where the run stands, wherever the person had moved it. */
    void lead() {
        moved = false;
        lead(true);
    }

    private void lead(boolean smoothly) {
        if (viewport.getWidth() > 0) {
            model.focus().ifPresentOrElse(box -> viewport.focusOn(box.place(), model.beginning(box), readable(),
                box.kind() == Box.Kind.LEAF ? END : MIDDLE, smoothly), () -> viewport.home(readable(), smoothly));
        }
    }

    /** Large letters can be read when they are drawn smaller, and leave more room then. */
    private double readable() {
        return READABLE - Math.clamp((letters.getAsDouble() / USUAL - 1) * 0.18, 0, 0.3);
    }

    /** What was chosen stays in sight; else what the eye was led to, or is being led to: that may lie elsewhere in the new room. */
    void otherRoom() {
        if (placed && viewport.moving() && !moved && model.selected().isEmpty()) {
            lead(true);
        } else if (placed && !viewport.moving()) {
            model.selected().ifPresentOrElse(box -> viewport.reveal(box.place(), false), () -> {
                if (moved) {
                    model.focus().ifPresent(box -> viewport.reveal(box.place(), false));
                } else {
                    lead(false);
                }
            });
        }
        viewport.tell();
    }

    void bringIntoSight(Box box) {
        moved = true;
        viewport.reveal(box.place(), true);
    }

    void toTheEnd(boolean last) {
        moved = true;
        viewport.toTheEnd(last);
    }

    void fit() {
        moved = true;
        viewport.fit(true);
    }

    void zoom(double factor) {
        moved = true;
        viewport.zoom(factor);
    }

    /** About a place of the viewport, which stays where it is. */
    void zoom(double factor, double x, double y) {
        moved = true;
        viewport.zoom(factor, x, y, false);
    }

    void pan(double dx, double dy) {
        moved = true;
        viewport.pan(dx, dy);
    }

    void scroll(double dx, double dy) {
        moved = true;
        viewport.scroll(dx, dy);
    }
}
