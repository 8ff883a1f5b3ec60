package org.faultline.report.pdf;

/** Red, green and blue, each from 0 to 1. */
public record Colour(double red, double green, double blue) {

    /** @param rgb as in {@code 0xb3232f} */
    public static Colour of(int rgb) {
        return new Colour((rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
    }

    String operands() {
        return Numbers.of(red) + " " + Numbers.of(green) + " " + Numbers.of(blue);
    }
}
