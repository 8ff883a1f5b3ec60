package org.faultline.host.exchange;

import java.nio.charset.StandardCharsets;

/**
 * Makes text from the network or from files safe to show and to save: what would steer a terminal, reorder a line or hide in it
 * becomes a visible escape ({@code \n}, {@code \}{@code u001b}). Letters of all languages stay. Safe text comes back as it is.
 */
public final class Printable {

    private Printable() { }

    /** The whole text. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The first {@code limit} characters, counted before escaping. */
    public static String of(String text, int limit) {
        int end = Math.min(text.length(), limit);
        StringBuilder safe = new StringBuilder(end);
        for (int at = 0; at < end;) {
            int codePoint = text.codePointAt(at);
            append(safe, codePoint);
            at += Character.charCount(codePoint);
        }
        return safe.toString();
    }

    /** The first {@code limit} bytes read as UTF-8; what is none becomes U+FFFD. */
    public static String of(byte[] bytes, int limit) {
        return of(new String(bytes, 0, Math.min(bytes.length, limit), StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder safe, int codePoint) {
        switch (codePoint) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                if (harmless(codePoint)) {
                    safe.appendCodePoint(codePoint);
                } else {
                    for (char unit : Character.toChars(codePoint)) {
                        safe.append(String.format("\\u%04x", (int) unit));
                    }
                }
            }
        }
    }

    /** CONTROL: C0, DEL, C1; FORMAT: bidirectional overrides, zero-width and tag characters. */
    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
