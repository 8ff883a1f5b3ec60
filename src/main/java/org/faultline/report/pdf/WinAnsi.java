package org.faultline.report.pdf;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.faultline.model.Printable;

/**
 * The characters that the standard fonts have (ISO 32000-1, annex D). What is missing is replaced by a likeness, or by its number as
 * {@code \}{@code u4e2d}, so that nothing vanishes and two different names never look alike.
 */
public final class WinAnsi {

    static final Charset CHARSET = Charset.forName("windows-1252");

    private WinAnsi() { }

    /** Text that {@link #bytes} can encode, safe to show. */
    public static String of(String text) {
        String printable = Printable.of(text);
        CharsetEncoder encoder = CHARSET.newEncoder();
        if (encoder.canEncode(printable)) {
            return printable;
        }
        StringBuilder shown = new StringBuilder();
        printable.codePoints().forEach(point -> shown.append(encoder.canEncode(Character.toString(point)) ? Character.toString(point) : likeness(point)));
        return shown.toString();
    }

    private static String likeness(int point) {
        return switch (point) {
            case '→' -> "->";
            case '←' -> "<-";
            case '≈' -> "~";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '−', '‐', '‑' -> "-";
            case '✔' -> "yes";
            case '✘', '✕' -> "x";
            case '\u202f', '\u2009' -> "\u00a0";
            default -> {
                StringBuilder escaped = new StringBuilder();
                for (char unit : Character.toChars(point)) {
                    escaped.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
                }
                yield escaped.toString();
            }
        };
    }

    static byte[] bytes(String text) {
        return of(text).getBytes(CHARSET);
    }
}
