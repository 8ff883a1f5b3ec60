package org.faultline.report.picture;

/** How much room a text takes in the letters that it will be drawn in. */
public interface Lettering {

    /** Small letters, of labels and hints, against those of the boxes. */
    double SMALL = 0.87;

    double width(String text, boolean bold);

    /** From one line to the next; all lengths of the picture follow it. */
    double lineHeight();
}
