package org.faultline.report.format;

import java.util.ArrayList;
import java.util.List;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.pdf.PdfDocument;
import org.faultline.report.pdf.PdfFont;
import org.faultline.report.pdf.Tag;
import org.faultline.report.pdf.WinAnsi;

/** Lets text run down pages of A4: where the next line goes, and when a new page begins. */
final class PdfFlow {

    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;
    static final double MARGIN = 50;
    private static final double BOTTOM = HEIGHT - 60;

    private final PdfDocument document;
    private Canvas page;
    private double y;

    PdfFlow(PdfDocument document) {
        this.document = document;
        newPage();
    }

    Canvas page() {
        return page;
    }

    double y() {
        return y;
    }

    /** What is left on this page. */
    double room() {
        return BOTTOM - y;
    }

    static double wholePage() {
        return BOTTOM - MARGIN;
    }

    void down(double points) {
        y += points;
    }

    void newPage() {
        page = document.page(WIDTH, HEIGHT);
        y = MARGIN;
    }

    /** A new page where less than this is left, so that what belongs together stays together; more than a page cannot. */
    void keep(double points) {
        if (room() < Math.min(points, wholePage())) {
            newPage();
        }
    }

    /** How a run of text looks and where it stands. */
    record Style(PdfFont font, double size, Colour colour) {
        double leading() {
            return size * 1.36;
        }

        Style in(Colour other) {
            return new Style(font, size, other);
        }
    }

    /** Draws lines one below the other, page after page, each as part of {@code tag}. */
    void lines(Tag tag, Style style, double x, List<String> lines) {
        for (String line : lines) {
            keep(style.leading());
            line(tag, style, x, line);
            down(style.leading());
        }
    }

    void paragraph(Tag tag, Style style, double x, double right, String text) {
        lines(tag, style, x, wrapped(text, style, right - x));
    }

    /** One line at the current height, which stays. */
    void line(Tag tag, Style style, double x, String line) {
        double base = y + style.size();
        page.tagged(tag, () -> page.text(style.font(), style.size(), style.colour(), x, base, line));
    }

    /** Lines that fit: broken between words, and within one only where it is longer than a line. */
    static List<String> wrapped(String text, Style style, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double length = 0;
        double blank = style.font().width(" ", style.size());
        for (String word : WinAnsi.of(text).split(" ")) {
            double width = style.font().width(word, style.size());
            if (!line.isEmpty() && length + blank + width > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (line.isEmpty() && width > room && rest.length() > 1) {
                int fitting = fitting(rest, style, room);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
                width = style.font().width(rest, style.size());
            }
            length = line.isEmpty() ? width : length + blank + width;
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters fit, at least one. */
    private static int fitting(String word, Style style, double room) {
        double width = 0;
        for (int at = 0; at < word.length(); at++) {
            width += style.font().width(word.substring(at, at + 1), style.size());
            if (width > room) {
                return Math.max(1, at);
            }
        }
        return word.length();
    }
}
