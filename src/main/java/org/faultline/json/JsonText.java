package org.faultline.json;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
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

    private static final int LINE = 130;

    private static final JsonStream STREAM = JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();

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
     * Writes one document in UTF-8 with a line end after it: what fits in a line of {@value #LINE} characters stands in one, the rest
     * is indented. Numbers that JSON does not know (NaN) become null.
     */
    public static byte[] write(Map<String, ?> document) {
        return laidOut(document);
    }

    /** Several documents as an array. */
    public static byte[] write(List<? extends Map<String, ?>> documents) {
        return laidOut(documents);
    }

    private static byte[] laidOut(Object document) {
        StringBuilder text = new StringBuilder();
        layOut(document, "", text);
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The document in one line without an end, as in a log of JSON lines. */
    public static String line(Map<String, ?> document) {
        return line((Object) document);
    }

    private static void layOut(Object value, String indent, StringBuilder text) {
        String line = line(value);
        if (line.length() + indent.length() <= LINE) {
            text.append(line);
            return;
        }
        String deeper = indent + "  ";
        String before = "\n" + deeper;
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    text.append(before).append(line(field.getKey())).append(": ");
                    layOut(field.getValue(), deeper, text);
                    before = ",\n" + deeper;
                }
                text.append('\n').append(indent).append('}');
            }
            case List<?> list -> {
                text.append('[');
                for (Object item : list) {
                    text.append(before);
                    layOut(item, deeper, text);
                    before = ",\n" + deeper;
                }
                text.append('\n').append(indent).append(']');
            }
            default -> text.append(line);
        }
    }

    private static String line(Object value) {
        try (BufferedJsonWriter writer = STREAM.bufferedWriter()) {
            write(value, writer);
            return writer.result();
        }
    }

    private static void write(Object value, JsonWriter writer) {
        switch (value) {
            case Map<?, ?> map -> {
                writer.beginObject();
                map.forEach((name, field) -> {
                    writer.name(wellFormed(name.toString()));
                    write(field, writer);
                });
                writer.endObject();
            }
            case List<?> list -> {
                writer.beginArray();
                list.forEach(item -> write(item, writer));
                writer.endArray();
            }
            case Boolean flag -> writer.value(flag.booleanValue());
            case Integer number -> writer.value(number.intValue());
            case Long number -> writer.value(number.longValue());
            case Number number when Double.isFinite(number.doubleValue()) -> writer.value(number.doubleValue());
            case Number _ -> writer.nullValue();
            case Object other when other == NULL -> writer.nullValue();
            default -> writer.value(wellFormed(value.toString()));
        }
    }

    /** Half a surrogate pair cannot be written in UTF-8; it becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
