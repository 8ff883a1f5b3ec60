package org.faultline.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faultline.report.handover.QrPicture;

/**
 * A QR picture as lines of text, two rows of modules a line (Unicode half blocks, U+2580 and U+2584).
 *
 * <p>With colour it is black on white whatever the terminal looks like. Without, what is light in the picture is drawn, as most terminals
 * are dark; on a light one the picture comes out inverted, which scanners of today read as well.
 */
final class QrLines {

    /** Black on white of the fixed part of the palette, which no theme changes. */
    private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
    private static final String END = "\u001b[0m";

    private final QrPicture picture;
    private final boolean colour;

    private QrLines(QrPicture picture, boolean colour) {
        this.picture = picture;
        this.colour = colour;
    }

    /** Columns that the picture takes with its margin. */
    static int columns(QrPicture picture) {
        return picture.size() + 2 * QrPicture.MARGIN;
    }

    static List<String> of(QrPicture picture, boolean colour) {
        QrLines lines = new QrLines(picture, colour);
        int end = picture.size() + QrPicture.MARGIN;
        return IntStream.iterate(-QrPicture.MARGIN, y -> y < end, y -> y + 2).mapToObj(lines::line).toList();
    }

    private String line(int y) {
        int end = picture.size() + QrPicture.MARGIN;
        String blocks = IntStream.range(-QrPicture.MARGIN, end).mapToObj(x -> block(inked(x, y), inked(x, y + 1))).collect(Collectors.joining());
        return colour ? BLACK_ON_WHITE + blocks + END : blocks;
    }

    private boolean inked(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < picture.size() && y < picture.size();
        return colour == (inside && picture.isDark(x, y));
    }

    private static String block(boolean top, boolean bottom) {
        if (top) {
            return bottom ? "█" : "▀";
        }
        return bottom ? "▄" : " ";
    }
}
