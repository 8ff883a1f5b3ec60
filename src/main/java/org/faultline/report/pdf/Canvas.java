package org.faultline.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One page to draw on. Coordinates are points (1/72 inch) from the left upper corner, y grows downward; the writer turns them round.
 * Everything is drawn either as part of a {@link Tag} or, by {@link #decoration}, as what a screen reader passes over.
 */
public final class Canvas {

    private static final double CIRCLE = 0.5522847498;

    private final int number;
    private final double width;
    private final double height;
    private final StringBuilder content = new StringBuilder();
    private final List<Tag> marks = new ArrayList<>();

    Canvas(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** Everything that the drawing draws belongs to this element. */
    public void tagged(Tag tag, Runnable drawing) {
        tag.mark(new Tag.Marked(number, marks.size()));
        content.append('/').append(tag.type()).append(" <</MCID ").append(marks.size()).append(">> BDC\n");
        marks.add(tag);
        drawing.run();
        content.append("EMC\n");
    }

    /** A figure, whose box a reader may want to know. */
    public void figure(Tag tag, double x, double y, double wide, double high, Runnable drawing) {
        tag.box(x, height - y - high, x + wide, height - y);
        tagged(tag, drawing);
    }

    /** Lines, backgrounds, page numbers: seen, not read. */
    public void decoration(Runnable drawing) {
        content.append("/Artifact BMC\n");
        drawing.run();
        content.append("EMC\n");
    }

    /** @param y of the base line */
    public void text(PdfFont font, double size, Colour colour, double x, double y, String text) {
        content.append("BT ").append(colour.operands()).append(" rg /").append(font.resource()).append(' ').append(Numbers.of(size))
            .append(" Tf ").append(point(x, y)).append(" Td ").append(PdfText.literal(WinAnsi.bytes(text))).append(" Tj ET\n");
    }

    public void fill(Colour colour, double x, double y, double wide, double high) {
        content.append(colour.operands()).append(" rg ").append(point(x, y + high)).append(' ').append(Numbers.of(wide)).append(' ')
            .append(Numbers.of(high)).append(" re f\n");
    }

    /** With round corners; filled, and drawn round where {@code thick} is more than nothing. */
    public void box(Colour filling, Colour line, double thick, double x, double y, double wide, double high, double radius) {
        double r = Math.min(radius, Math.min(wide, high) / 2);
        double k = r * (1 - CIRCLE);
        content.append(filling.operands()).append(" rg ").append(line.operands()).append(" RG ").append(Numbers.of(thick)).append(" w [] 0 d ")
            .append(point(x + r, y)).append(" m ").append(point(x + wide - r, y)).append(" l ")
            .append(curve(x + wide - k, y, x + wide, y + k, x + wide, y + r)).append(point(x + wide, y + high - r)).append(" l ")
            .append(curve(x + wide, y + high - k, x + wide - k, y + high, x + wide - r, y + high)).append(point(x + r, y + high)).append(" l ")
            .append(curve(x + k, y + high, x, y + high - k, x, y + high - r)).append(point(x, y + r)).append(" l ")
            .append(curve(x, y + k, x + k, y, x + r, y)).append(thick > 0 ? "b\n" : "h f\n");
    }

    public void circle(Colour filling, Colour line, double thick, double x, double y, double radius) {
        box(filling, line, thick, x - radius, y - radius, 2 * radius, 2 * radius, radius);
    }

    /** @param dash lengths of dashes and gaps; empty for a whole line. Ends and corners are round. */
    public void line(Colour colour, double thick, List<Double> dash, double... coordinates) {
        pen(colour, thick, dash);
        for (int at = 0; at + 1 < coordinates.length; at += 2) {
            content.append(point(coordinates[at], coordinates[at + 1])).append(at == 0 ? " m " : " l ");
        }
        content.append("S\n");
    }

    /** A curve drawn by its own operators, in the coordinates of this page. */
    public void curve(Colour colour, double thick, double fromX, double fromY, double... bends) {
        pen(colour, thick, List.of());
        content.append(point(fromX, fromY)).append(" m ");
        for (int at = 0; at + 5 < bends.length; at += 6) {
            content.append(curve(bends[at], bends[at + 1], bends[at + 2], bends[at + 3], bends[at + 4], bends[at + 5]));
        }
        content.append("S\n");
    }

    private void pen(Colour colour, double thick, List<Double> dash) {
        content.append(colour.operands()).append(" RG ").append(Numbers.of(thick)).append(" w 1 J 1 j [");
        dash.forEach(length -> content.append(Numbers.of(length)).append(' '));
        content.append("] 0 d ");
    }

    private String curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        return point(x1, y1) + " " + point(x2, y2) + " " + point(x3, y3) + " c ";
    }

    private String point(double x, double y) {
        return Numbers.of(x) + " " + Numbers.of(height - y);
    }

    byte[] content() {
        return content.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The elements that the pieces of this page belong to, in order. */
    List<Tag> marks() {
        return marks;
    }
}
