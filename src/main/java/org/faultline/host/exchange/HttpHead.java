package org.faultline.host.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Status line and headers of an HTTP/1.x answer (RFC 9112, 4 and 5), as they came: not escaped yet.
 *
 * @param status 100 to 999
 */
record HttpHead(int status, List<Field> fields) {

    record Field(String name, String value) { }

    /** The value of the first header of this name, in any case. */
    Optional<String> field(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).map(Field::value).findFirst();
    }

    /** @param text the lines before the empty one, CRLF or bare LF apart; empty if they are not HTTP */
    static Optional<HttpHead> parse(String text) {
        String[] lines = text.split("\r?\n", -1);
        int status = status(lines[0]);
        List<Field> fields = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            if (!lines[line].isEmpty() && !add(fields, lines[line])) {
                return Optional.empty();
            }
        }
        return status < 0 ? Optional.empty() : Optional.of(new HttpHead(status, List.copyOf(fields)));
    }

    /** {@code HTTP/1.x NNN}, then nothing or a space and words; else -1. */
    private static int status(String line) {
        boolean version = line.length() >= 12 && line.startsWith("HTTP/1.") && digit(line, 7) && line.charAt(8) == ' ';
        boolean number = version && line.charAt(9) != '0' && digit(line, 9) && digit(line, 10) && digit(line, 11);
        return number && (line.length() == 12 || line.charAt(12) == ' ') ? Integer.parseInt(line, 9, 12, 10) : -1;
    }

    /** A line that begins with a blank continues the one before (obsolete, RFC 9112, 5.2). */
    private static boolean add(List<Field> fields, String line) {
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            if (fields.isEmpty()) {
                return false;
            }
            Field last = fields.removeLast();
            return fields.add(new Field(last.name(), last.value() + " " + line.strip()));
        }
        int colon = line.indexOf(':');
        return colon > 0 && line.chars().limit(colon).allMatch(HttpHead::token)
            && fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }

    private static boolean token(int c) {
        return c > 0x20 && c < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
