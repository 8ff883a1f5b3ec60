package org.faultline.report.format;

import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.picture.Mark;

/**
 * The signs of the picture on a page, from the same paths that SVG draws.
 *
 * @param x     of the left upper corner of the sign's square
 * @param scale of its sixteen units
 */
record PdfMark(Canvas page, double x, double y, double scale) {

    private static final double THICK = 2;

    void draw(Mark mark, Colour colour) {
        if (mark == Mark.NOT_ASKED) {
            page.line(colour, THICK * .8 * scale, List.of(), ring());
            return;
        }
        for (String part : mark.path().isEmpty() ? new String[0] : mark.path().split("(?=M)")) {
            stroke(part, colour);
        }
    }

    /** Moves, lines and curves; nothing else stands in the paths. */
    private void stroke(String path, Colour colour) {
        Scanner words = new Scanner(path.replaceAll("[A-Z]", " $0 ")).useDelimiter("\\s+").useLocale(Locale.ROOT);
        double[] at = new double[2];
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> at = point(words);
                case "L" -> {
                    double[] to = point(words);
                    page.line(colour, THICK * scale, List.of(), at[0], at[1], to[0], to[1]);
                    at = to;
                }
                case "C" -> {
                    double[] one = point(words);
                    double[] two = point(words);
                    double[] to = point(words);
                    page.curve(colour, THICK * scale, at[0], at[1], one[0], one[1], two[0], two[1], to[0], to[1]);
                    at = to;
                }
                default -> throw new IllegalStateException("no such command in the path of a sign: " + command);
            }
        }
    }

    private double[] point(Scanner words) {
        return new double[] {x + words.nextDouble() * scale, y + words.nextDouble() * scale};
    }

    private double[] ring() {
        double[] points = new double[2 * 25];
        for (int at = 0; at < 25; at++) {
            points[2 * at] = x + (8 + 2.4 * Math.cos(at * Math.PI / 12)) * scale;
            points[2 * at + 1] = y + (8 + 2.4 * Math.sin(at * Math.PI / 12)) * scale;
        }
        return points;
    }
}
