package org.faultline.host.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The {@code Date} header in its one current form, {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110, 5.6.7). */
final class HttpDate {

    private static final List<String> MONTHS =
        List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private HttpDate() { }

    /** By hand: {@code DateTimeFormatter} costs a cold program about as much as the whole exchange. */
    static Optional<Instant> parse(String text) {
        if (text.length() != 29 || !text.endsWith(" GMT") || text.charAt(4) != ' ') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(number(text, 12, 16), MONTHS.indexOf(text.substring(8, 11)) + 1,
                number(text, 5, 7),
                number(text, 17, 19), number(text, 20, 22), Math.min(59, number(text, 23, 25))).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
