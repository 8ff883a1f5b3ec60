package org.faultline.host.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * The bytes of an answer's body as far as we want them: at most 64 KiB, chunks joined (RFC 9112, 6 and 7.1). Stops at the
 * body's own end, so that a server that keeps the connection open costs no time. For one thread.
 */
final class HttpBody {

    static final int MOST_BYTES = 64 * 1024;
    /** Chunk framing may not cost more than this on top. */
    private static final int MOST_RAW_BYTES = 4 * MOST_BYTES;
    private static final int AT_ONCE = 8192;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Framing framing;
    private long left;
    private int raw;
    private Chunk chunk = Chunk.SIZE;
    private boolean over;

    private enum Framing { LENGTH, CHUNKED, UNTIL_CLOSE }

    private enum Chunk { SIZE, EXTENSION, DATA, AFTER_DATA }

    HttpBody(HttpHead head) {
        boolean chunked = head.field("Transfer-Encoding").filter(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"))
            .isPresent();
        long length = head.field("Content-Length").map(HttpBody::number).orElse(-1L);
        framing = chunked ? Framing.CHUNKED : length >= 0 ? Framing.LENGTH : Framing.UNTIL_CLOSE;
        left = chunked ? 0 : length;
        over = head.status() == 204 || head.status() == 304 || framing == Framing.LENGTH && left == 0;
    }

    /** Whatever came until its end, the cap, the deadline or a failure: a body cut short is still shown. */
    byte[] read(byte[] first, Wire.Stream stream, Deadline deadline) {
        take(first);
        while (!over) {
            Wire.Received part = stream.receive(AT_ONCE, deadline);
            if (!part.failure().none()) {
                break;
            }
            take(part.bytes());
        }
        return body.toByteArray();
    }

    void take(byte[] bytes) {
        raw += bytes.length;
        for (int at = 0; at < bytes.length && !over;) {
            at = switch (framing) {
                case CHUNKED -> takeChunked(bytes, at);
                case LENGTH -> takeData(bytes, at, left);
                case UNTIL_CLOSE -> takeData(bytes, at, Long.MAX_VALUE);
            };
            over |= framing == Framing.LENGTH && left == 0;
        }
        over |= raw >= MOST_RAW_BYTES;
    }

    private int takeChunked(byte[] bytes, int at) {
        if (chunk == Chunk.DATA) {
            int next = takeData(bytes, at, left);
            chunk = left == 0 ? Chunk.AFTER_DATA : Chunk.DATA;
            return next;
        }
        takeFraming(bytes[at]);
        return at + 1;
    }

    /** One byte of {@code CRLF size-in-hex [;extension] CRLF}; anything else ends the body. */
    private void takeFraming(byte octet) {
        int digit = Character.digit(octet, 16);
        if (octet == '\n') {
            over = chunk != Chunk.AFTER_DATA && left == 0;
            chunk = chunk == Chunk.AFTER_DATA ? Chunk.SIZE : Chunk.DATA;
        } else if (chunk == Chunk.SIZE && digit >= 0 && left < MOST_RAW_BYTES) {
            left = left * 16 + digit;
        } else if (chunk == Chunk.SIZE && (octet == ';' || octet == ' ')) {
            chunk = Chunk.EXTENSION;
        } else if (chunk != Chunk.EXTENSION && octet != '\r') {
            over = true;
        }
    }

    private int takeData(byte[] bytes, int at, long most) {
        int count = (int) Math.min(most, Math.min(bytes.length - at, MOST_BYTES - body.size()));
        body.write(bytes, at, count);
        left -= count;
        over |= body.size() >= MOST_BYTES;
        return at + count;
    }

    /** Not a number, or one too long to be meant: as if it were not there. */
    private static long number(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text)
            : -1;
    }
}
