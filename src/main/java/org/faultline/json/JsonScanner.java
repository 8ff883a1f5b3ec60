package org.faultline.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON exactly as RFC 8259 has it: no comments, no comma after the last item, no text behind the end, no half surrogate
 * pairs. Every refusal names the line and the column, both counted from 1; a column is a character.
 */
final class JsonScanner {

    /** Beyond this many digits before or after the point no measurement makes sense, and arithmetic gets slow. */
    private static final int LONGEST_NUMBER = 400;

    private final String name;
    private final String text;
    private int at;

    private JsonScanner(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** @throws BadJson naming the place; a byte order mark before the document is passed over */
    static Object read(byte[] bytes, String name) {
        JsonScanner scanner = new JsonScanner(name, decoded(bytes, name));
        scanner.at = scanner.text.startsWith("\uFEFF") ? 1 : 0;
        scanner.blanks();
        if (scanner.ended()) {
            throw new BadJson(name, "is empty");
        }
        Object value = scanner.value(name, 1);
        scanner.blanks();
        if (!scanner.ended()) {
            throw scanner.refuse("there is text after the end of the document");
        }
        return value;
    }

    private static String decoded(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            JsonScanner scanner = new JsonScanner(name, text);
            scanner.at = text.length();
            throw scanner.refuse("these bytes are not UTF-8");
        }
        return text;
    }

    private Object value(String path, int depth) {
        if (depth > JsonText.DEEPEST) {
            throw new BadJson(path, "nested deeper than " + JsonText.DEEPEST);
        }
        return switch (next()) {
            case '{' -> object(path, depth);
            case '[' -> array(path, depth);
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(path);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", JsonText.NULL);
            default -> throw refuse("a value was expected" + found());
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw refuse("a value was expected" + found());
        }
        at += word.length();
        return value;
    }

    private Map<String, Object> object(String path, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        blanks();
        while (next() != '}' || !fields.isEmpty()) {
            if (next() != '"') {
                throw refuse("a key in quotes was expected" + found());
            }
            String key = string();
            String place = path + "." + Place.shown(key);
            blanks();
            take(':', "a colon after the key");
            blanks();
            if (fields.put(key, value(place, depth + 1)) != null) {
                throw new BadJson(place, "stands there twice");
            }
            if (lastOne('}')) {
                return Collections.unmodifiableMap(fields);
            }
        }
        at++;
        return Collections.unmodifiableMap(fields);
    }

    private List<Object> array(String path, int depth) {
        List<Object> items = new ArrayList<>();
        at++;
        blanks();
        if (next() == ']') {
            at++;
            return List.of();
        }
        do {
            items.add(value(path + "[" + items.size() + "]", depth + 1));
        } while (!lastOne(']'));
        return Collections.unmodifiableList(items);
    }

    /** After an item: the end, which is taken, or a comma, after which another item has to follow. */
    private boolean lastOne(char end) {
        blanks();
        if (next() == end) {
            at++;
            return true;
        }
        take(',', "a comma or " + end);
        blanks();
        if (next() == end) {
            throw refuse("after a comma there has to be another item, not " + end);
        }
        return false;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        int start = at++;
        while (next() != '"') {
            char character = text.charAt(at);
            if (character < ' ') {
                throw refuse("inside a text a control character has to be written \\u%04x".formatted((int) character));
            }
            at++;
            value.append(character == '\\' ? escaped() : character);
        }
        at++;
        if (value.chars().anyMatch(unit -> Character.isSurrogate((char) unit)) && !wellFormed(value)) {
            at = start;
            throw refuse("this text holds half a surrogate pair");
        }
        return value.toString();
    }

    private static boolean wellFormed(CharSequence text) {
        return text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private char escaped() {
        char letter = next();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> {
                at -= 2;
                throw refuse("there is no such escape");
            }
        };
    }

    private char unit() {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw refuse("four hexadecimal digits have to follow \\u");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Number number(String path) {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('-')) {
                skip('+');
            }
            digits();
        }
        return number(text.substring(start, at), path);
    }

    private static Number number(String digits, String path) {
        if (digits.length() > 2 * LONGEST_NUMBER) {
            throw new BadJson(path, "this number is out of range");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new BadJson(path, "this number is out of range"); // an exponent beyond int; the digits were checked
        }
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER || Math.abs((long) number.scale()) > LONGEST_NUMBER
            || Double.isInfinite(number.doubleValue())) {
            throw new BadJson(path, "this number is out of range");
        }
        if (number.scale() != 0 || number.precision() > 18) {
            return number.doubleValue();
        }
        long whole = number.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private void digits() {
        if (ended() || !digit()) {
            throw refuse("a digit was expected" + found());
        }
        while (!ended() && digit()) {
            at++;
        }
    }

    private boolean digit() {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean skip(char wanted) {
        boolean there = !ended() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void take(char wanted, String what) {
        if (next() != wanted) {
            throw refuse(what + " was expected" + found());
        }
        at++;
    }

    private void blanks() {
        while (!ended() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean ended() {
        return at >= text.length();
    }

    private char next() {
        if (ended()) {
            throw refuse("it ends too early");
        }
        return text.charAt(at);
    }

    private String found() {
        return ended() ? "" : ", not " + Place.shown(Character.toString(text.codePointAt(at)));
    }

    private BadJson refuse(String problem) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = 1 + before.chars().filter(character -> character == '\n').count();
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new BadJson(name, "not JSON, line " + line + ", column " + (1 + start.codePointCount(0, start.length())) + ": " + problem);
    }
}
