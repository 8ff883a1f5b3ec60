package org.faultline.model;

/**
 * Makes text from the network, from files or from other programs safe to show: what would steer a terminal, reorder a line or
 * hide in it becomes a visible escape ({@code \n}, {@code \}{@code u001b}). Letters of all languages stay; safe text comes back
 * as it is.
 */
public final class Printable {

    private Printable() { }

    public static String of(String text) {
        if (text.codePoints().allMatch(Printable::harmless)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (character) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                if (harmless(character)) {
                    safe.appendCodePoint(character);
                } else {
                    for (char unit : Character.toChars(character)) {
                        safe.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
                    }
                }
            }
        }
    }

    /** CONTROL is C0, DEL and C1; FORMAT is bidirectional overrides, zero-width and tag characters. */
    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
