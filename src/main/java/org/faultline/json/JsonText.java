package org.faultline.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * JSON (RFC 8259) as nested plain values: Map, List, String, Integer, Long, Double, Boolean. A {@code null} is read as
 * {@link #NULL}, so that no map of the program ever holds one.
 */
public final class JsonText {

    /** What {@code null} is read as. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** Deep enough for everything that we write (9), shallow enough for any stack. */
    static final int DEEPEST = 64;

    private JsonText() { }

    /**
     * Reads one document.
     *
     * @param name what to call it in messages, such as {@code report}
     * @throws BadJson if it is longer than {@code longest} bytes, nested deeper than 64, repeats a key or is no JSON; the message names the line and the column
     */
    public static Place read(byte[] text, int longest, String name) {
        if (text.length > longest) {
            throw new BadJson(name, text.length + " bytes are more than the " + longest + " that are read");
        }
        return new Place(name, JsonScanner.read(text, name));
    }

    /**
     * Writes one document in UTF-8 with a line end after it: what fits in a line of 130 characters stands in one, the rest is indented.
     * Numbers that JSON does not know (NaN) become null.
     */
    public static byte[] write(Map<String, ?> document) {
        return JsonPrinter.laidOut(document).getBytes(StandardCharsets.UTF_8);
    }

    /** Several documents as an array. */
    public static byte[] write(List<? extends Map<String, ?>> documents) {
        return JsonPrinter.laidOut(documents).getBytes(StandardCharsets.UTF_8);
    }

    /** The document in one line without an end, as in a log of JSON lines. */
    public static String line(Map<String, ?> document) {
        return JsonPrinter.line(document);
    }
}
