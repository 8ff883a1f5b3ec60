package org.faultline.ui.page;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** A mark, a sentence, and at the right a short aside; where the sentence would get too narrow, the aside stands below it. */
final class AsideRow extends Pane {

    /** In sizes of the text: where the aside has room at the right, how wide it is there, and what stands between. */
    private static final double ROOM = 25;
    private static final double ASIDE = 8;
    private static final double GAP = 0.65;
    /** So many letters of the aside fit beside the sentence. */
    private static final int LETTERS = 15;

    private final Icon mark;
    private final Label sentence;
    private final Label aside;

    AsideRow(Icon mark, Label sentence, Label aside) {
        this.mark = mark;
        this.sentence = sentence;
        this.aside = aside;
        aside.setText(brokenAtHyphens(aside.getText()));
        getStyleClass().add("aside-row");
        getChildren().addAll(mark, sentence, aside);
    }

    /** The toolkit would break a long word anywhere. */
    static String brokenAtHyphens(String words) {
        StringBuilder broken = new StringBuilder();
        int inLine = 0;
        for (String part : words.split("(?<=[- ])")) {
            if (inLine > 0 && inLine + part.length() > LETTERS) {
                broken.append('\n');
                inLine = 0;
            }
            broken.append(part);
            inLine += part.length();
        }
        return broken.toString();
    }

    private double em(double times) {
        return snapSizeX(times * sentence.getFont().getSize());
    }

    private double left() {
        return snapSizeX(mark.getLayoutBounds().getWidth()) + em(GAP);
    }

    private boolean roomy(double width) {
        return width >= em(ROOM);
    }

    private double wide(double width) {
        return Math.max(1, roomy(width) ? width - left() - em(ASIDE) - em(GAP) : width - left());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return left() + em(ASIDE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + sentence.prefWidth(-1) + em(GAP) + em(ASIDE);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        double words = sentence.prefHeight(wide(room));
        double beside = aside.getText().isEmpty() ? 0 : aside.prefHeight(roomy(room) ? em(ASIDE) : wide(room));
        return snapSizeY(Math.max(mark.getLayoutBounds().getHeight(), roomy(room) ? Math.max(words, beside) : words + beside));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double words = sentence.prefHeight(wide(width));
        mark.relocate(0, 0);
        sentence.resizeRelocate(left(), 0, wide(width), words);
        if (roomy(width)) {
            aside.resizeRelocate(width - em(ASIDE), 0, em(ASIDE), aside.prefHeight(em(ASIDE)));
        } else {
            aside.resizeRelocate(left(), words, wide(width), aside.prefHeight(wide(width)));
        }
        aside.setAlignment(roomy(width) ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    }
}
