package org.faultline.report.format;

import java.util.ArrayDeque;
import java.util.Deque;
import org.faultline.model.Printable;

/** Writes HTML that is well-formed XML too. Every text and attribute is escaped here, so nothing that was seen can become a tag. */
final class Markup {

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        html.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content, such as {@code meta}. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        html.append("/>");
        return this;
    }

    /** An element with nothing but text. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** What is markup already: the picture of the tree and our own style sheet, nothing else. */
    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    Markup line() {
        html.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            html.append(' ').append(attributes[at]).append("=\"").append(escaped(attributes[at + 1])).append('"');
        }
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        Printable.of(text).codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
