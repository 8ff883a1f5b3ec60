package org.faultline.ui;

import javafx.scene.paint.Color;

/** How far two colours stand apart: WCAG 2.2, relative luminance and contrast ratio, 1 to 21. */
final class Contrast {

    /** For text of usual size (1.4.3). */
    static final double LEAST = 4.5;

    private Contrast() { }

    static double between(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * channel(colour.getRed()) + 0.7152 * channel(colour.getGreen()) + 0.0722 * channel(colour.getBlue());
    }

    private static double channel(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
