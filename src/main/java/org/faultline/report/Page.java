package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import org.faultline.model.Printable;

/**
 * Lines of text for a terminal. Everything that is put on it is made safe to show first, since it may come from the network, and
 * where the reader has only ASCII, symbols are replaced.
 */
public final class Page {

    private final TextStyle style;
    private final StringBuilder text = new StringBuilder();

    public Page(TextStyle style) {
        this.style = style;
    }

    /** Columns to fill. */
    int width() {
        return style.width();
    }

    /** One line, never wrapped: for commands, which are copied. */
    Page line(Ink ink, String line) {
        return end(paint(ink, line));
    }

    public Page line(String line) {
        return line(Ink.PLAIN, line);
    }

    /** A line of a coloured mark and plain words behind it. */
    Page marked(String indent, Ink ink, String mark, String line) {
        return end(indent + paint(ink, mark) + paint(Ink.PLAIN, line));
    }

    public Page blank() {
        return end("");
    }

    Page heading(String heading) {
        return blank().line(Ink.BOLD, heading);
    }

    /** A paragraph: {@code first} before its first line, as many blanks before the others. */
    public Page paragraph(String first, String words) {
        return paragraph(first, Ink.PLAIN, words);
    }

    Page paragraph(String first, Ink ink, String words) {
        String indent = " ".repeat(first.length());
        String before = first;
        for (String line : wrap(safe(words), style.width() - first.length())) {
            end(safe(before) + paint(ink, line));
            before = indent;
        }
        return this;
    }

    /** At blanks only: a word that is too long for the line stays whole, so that addresses and commands can be copied. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String paint(Ink ink, String words) {
        return style.colour() ? ink.on(safe(words)) : safe(words);
    }

    private Page end(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    private String safe(String words) {
        String printable = Printable.of(words);
        return style.unicode() ? printable : Ascii.of(printable);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
