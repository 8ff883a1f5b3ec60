package org.faultline.json;

import java.util.List;
import java.util.Map;

/** Writes plain values as JSON (RFC 8259). */
final class JsonPrinter {

    private static final int LINE = 130;

    private final StringBuilder text = new StringBuilder();

    private JsonPrinter() { }

    /** In one line, without an end. */
    static String line(Object value) {
        JsonPrinter printer = new JsonPrinter();
        printer.inOneLine(value, Integer.MAX_VALUE);
        return printer.text.toString();
    }

    /** What fits in a line of {@value #LINE} characters stands in one, the rest is indented; a line end after it. */
    static String laidOut(Object document) {
        JsonPrinter printer = new JsonPrinter();
        printer.layOut(document, "");
        return printer.text.append('\n').toString();
    }

    private void layOut(Object value, String indent) {
        int begin = text.length();
        int end = begin + LINE - indent.length();
        inOneLine(value, end);
        if (text.length() > end) {
            text.setLength(begin);
            switch (value) {
                case Map<?, ?> map -> layOut(map, indent);
                case List<?> list -> layOut(list, indent);
                default -> inOneLine(value, Integer.MAX_VALUE);
            }
        }
    }

    private void layOut(Map<?, ?> map, String indent) {
        String before = "{\n" + indent + "  ";
        for (Map.Entry<?, ?> field : map.entrySet()) {
            text.append(before);
            quote(field.getKey().toString());
            text.append(": ");
            layOut(field.getValue(), indent + "  ");
            before = ",\n" + indent + "  ";
        }
        text.append('\n').append(indent).append('}');
    }

    private void layOut(List<?> list, String indent) {
        String before = "[\n" + indent + "  ";
        for (Object item : list) {
            text.append(before);
            layOut(item, indent + "  ");
            before = ",\n" + indent + "  ";
        }
        text.append('\n').append(indent).append(']');
    }

    /** @param end the length at which nobody wants the line any more, so that it need not be finished */
    private void inOneLine(Object value, int end) {
        switch (value) {
            case Map<?, ?> map -> inOneLine(map, end);
            case List<?> list -> inOneLine(list, end);
            case Boolean flag -> text.append(flag.booleanValue());
            case Integer number -> text.append(number.intValue());
            case Long number -> text.append(number.longValue());
            case Number number when Double.isFinite(number.doubleValue()) -> text.append(number.doubleValue());
            case Number _ -> text.append(JsonText.NULL);
            case Object other when other == JsonText.NULL -> text.append(JsonText.NULL);
            default -> quote(value.toString());
        }
    }

    private void inOneLine(Map<?, ?> map, int end) {
        String before = "";
        text.append('{');
        for (Map.Entry<?, ?> field : map.entrySet()) {
            text.append(before);
            quote(field.getKey().toString());
            text.append(':');
            inOneLine(field.getValue(), end);
            before = ",";
            if (text.length() > end) {
                return;
            }
        }
        text.append('}');
    }

    private void inOneLine(List<?> list, int end) {
        String before = "";
        text.append('[');
        for (Object item : list) {
            text.append(before);
            inOneLine(item, end);
            before = ",";
            if (text.length() > end) {
                return;
            }
        }
        text.append(']');
    }

    /** Half a surrogate pair cannot be written in UTF-8; it becomes a question mark. */
    private void quote(String words) {
        text.append('"');
        words.codePoints().forEach(point -> {
            switch (point) {
                case '"', '\\' -> text.append('\\').append((char) point);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> append(point);
            }
        });
        text.append('"');
    }

    private void append(int point) {
        if (point < ' ') {
            text.append("\\u%04X".formatted(point));
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            text.append('?');
        } else {
            text.appendCodePoint(point);
        }
    }
}
