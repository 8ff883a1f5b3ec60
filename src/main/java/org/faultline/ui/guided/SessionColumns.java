package org.faultline.ui.guided;

import javafx.scene.layout.Region;
import org.faultline.ui.page.ScaledPane;

/**
 * Steps, the step that is shown, and what is kept, side by side; with less room the steps go below the step, and with
 * little what is kept comes between them. What stands beside the step stays in sight while that is scrolled.
 */
final class SessionColumns extends ScaledPane {

    /** In sizes of the text, as all that follow. */
    private static final double THREE = 74;
    private static final double TWO = 52;
    private static final double STEPS = 17;
    private static final double KEPT = 21;

    private final Region steps;
    private final Region step;
    private final Region kept;
    private double above;
    private double seen;

    SessionColumns(Region steps, Region step, Region kept) {
        this.steps = steps;
        this.step = step;
        this.kept = kept;
        getStyleClass().add("columns");
        getChildren().addAll(steps, step, kept);
    }

    /** Three columns, two with the steps below the step, or one. */
    private int columns(double width) {
        return width >= em(THREE) ? 3 : width >= em(TWO) ? 2 : 1;
    }

    private double middle(double width) {
        return switch (columns(width)) {
            case 3 -> width - em(STEPS) - em(KEPT) - 2 * gap();
            case 2 -> width - em(KEPT) - gap();
            default -> width;
        };
    }

    @Override
    protected double heightOf(double width) {
        double first = step.prefHeight(middle(width));
        return switch (columns(width)) {
            case 3 -> Math.max(first, Math.max(kept.prefHeight(em(KEPT)), steps.prefHeight(em(STEPS))));
            case 2 -> Math.max(first + gap() + steps.prefHeight(middle(width)), kept.prefHeight(em(KEPT)));
            default -> first + gap() + stacked(width);
        };
    }

    /** @param top so much of this lies above what is in sight; @param height so much is in sight */
    void scrolled(double top, double height) {
        above = top;
        seen = height;
        pin();
    }

    private void pin() {
        double room = getHeight() - snappedTopInset() - snappedBottomInset();
        int columns = columns(inner(getWidth()));
        kept.setTranslateY(columns == 1 ? 0 : pinned(kept.getHeight(), room));
        steps.setTranslateY(columns == 3 ? pinned(steps.getHeight(), room) : 0);
    }

    /** What is higher than can be seen at once scrolls until its end is in sight, and stays there. */
    private double pinned(double height, double room) {
        return Math.clamp(above - Math.max(0, height - seen), 0, Math.max(0, room - height));
    }

    private double stacked(double width) {
        return kept.prefHeight(width) + gap() + steps.prefHeight(width);
    }

    @Override
    protected void place(double x, double y, double width, double height) {
        double middle = middle(width);
        double first = step.prefHeight(middle);
        switch (columns(width)) {
            case 3 -> {
                steps.resizeRelocate(x, y, em(STEPS), steps.prefHeight(em(STEPS)));
                step.resizeRelocate(x + em(STEPS) + gap(), y, middle, first);
                kept.resizeRelocate(x + em(STEPS) + middle + 2 * gap(), y, em(KEPT), kept.prefHeight(em(KEPT)));
            }
            case 2 -> {
                step.resizeRelocate(x, y, middle, first);
                steps.resizeRelocate(x, y + first + gap(), middle, steps.prefHeight(middle));
                kept.resizeRelocate(x + middle + gap(), y, em(KEPT), kept.prefHeight(em(KEPT)));
            }
            default -> {
                step.resizeRelocate(x, y, middle, first);
                stack(x, y + first + gap(), middle);
            }
        }
        pin();
    }

    private void stack(double x, double y, double width) {
        double above = kept.prefHeight(width);
        kept.resizeRelocate(x, y, width, above);
        steps.resizeRelocate(x, y + above + gap(), width, steps.prefHeight(width));
    }
}
