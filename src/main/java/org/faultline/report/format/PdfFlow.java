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
    /** Between these stand the words. */
    static final double LEFT = MARGIN;
    static final double RIGHT = WIDTH - MARGIN;
    private static final double BOTTOM = HEIGHT - 60;

    private final PdfDocument document;
    private Canvas page;
    private double y;
    private Runnable beforeNext = () -> { };

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

    /** What is drawn on pages of its own waits until this page is full, so that nothing stays half empty. */
    void beforeNextPage(Runnable pages) {
        beforeNext = pages;
    }

    /** At the end: what still waits for a full page. */
    void finish() {
        beforeNext.run();
        beforeNext = () -> { };
    }

    void down(double points) {
        y += points;
    }

    void newPage() {
        Runnable between = beforeNext;
        beforeNext = () -> { };
        between.run();
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
        for (String word : WinAnsi.of(text).split(" ")) {
            int start = 0;
            int fits = fitting(word, start, style, line.isEmpty() ? room : room - length - style.font().width(' ', style.size()));
            if (fits < word.length() && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                fits = fitting(word, start, style, room);
            }
            while (fits < word.length()) {
                int end = Math.max(start + 1, fits);
                lines.add(word.substring(start, end));
                start = end;
                fits = fitting(word, start, style, room);
            }
            line.append(line.isEmpty() ? "" : " ").append(word, start, word.length());
            length = style.font().width(line.toString(), style.size());
        }
        lines.add(line.toString());
        return lines;
    }

    /** Where the part of the word that begins at {@code start} and fits ends. */
    private static int fitting(String word, int start, Style style, double room) {
        double width = 0;
        for (int at = start; at < word.length(); at++) {
            width += style.font().width(word.charAt(at), style.size());
            if (width > room) {
                return at;
            }
        }
        return word.length();
    }
}
