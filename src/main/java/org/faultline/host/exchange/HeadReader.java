package org.faultline.host.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

/** Reads an HTTP head from a stream and gives up as soon as it cannot be one any more. Holds at most 32 KiB. For one thread. */
final class HeadReader {

    static final int MOST_BYTES = 32 * 1024;
    private static final byte[] BEGIN = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 4096;
    /** 100 Continue, 103 Early Hints…: more than these before the answer is an attack or a loop. */
    private static final int MOST_INTERIM = 8;

    private final Wire.Stream stream;
    private final Deadline deadline;
    private byte[] bytes = new byte[AT_ONCE];
    private int length;
    private int searched;

    HeadReader(Wire.Stream stream, Deadline deadline) {
        this.stream = stream;
        this.deadline = deadline;
    }

    sealed interface Read {

        /** @param rest bytes that came after the head */
        record Complete(HttpHead head, byte[] rest) implements Read { }

        /** MALFORMED, or as {@link Wire.Stream#receive} says */
        record Broken(Failure failure) implements Read { }
    }

    /** The final head; interim ones (1xx) are passed over. */
    Read read() {
        Read read = one();
        for (int interim = 0; read instanceof Read.Complete(HttpHead head, byte[] rest) && head.status() < 200; interim++) {
            if (interim == MOST_INTERIM) {
                return new Read.Broken(Failure.of(Cause.MALFORMED));
            }
            length = rest.length;
            searched = 0;
            bytes = Arrays.copyOf(rest, Math.max(AT_ONCE, length));
            read = one();
        }
        return read;
    }

    private Read one() {
        while (true) {
            int end = headEnd();
            if (end > 0) {
                return complete(end);
            }
            if (!beginsLikeHttp() || length >= MOST_BYTES) {
                return new Read.Broken(Failure.of(Cause.MALFORMED));
            }
            Wire.Received part = stream.receive(Math.min(AT_ONCE, MOST_BYTES - length), deadline);
            if (!part.failure().none()) {
                return new Read.Broken(part.failure());
            }
            append(part.bytes());
        }
    }

    private Read complete(int end) {
        Optional<HttpHead> head = HttpHead.parse(new String(bytes, 0, end, StandardCharsets.ISO_8859_1).stripTrailing());
        return head.<Read>map(it -> new Read.Complete(it, Arrays.copyOfRange(bytes, end, length)))
            .orElseGet(() -> new Read.Broken(Failure.of(Cause.MALFORMED)));
    }

    private void append(byte[] part) {
        if (bytes.length - length < part.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(bytes.length * 2, length + part.length)));
        }
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private boolean beginsLikeHttp() {
        int known = Math.min(length, BEGIN.length);
        return Arrays.equals(bytes, 0, known, BEGIN, 0, known);
    }

    /** Where the body begins: after an empty line, CRLF or bare LF; 0 if not there yet. Looks at each byte once. */
    private int headEnd() {
        for (; searched < length; searched++) {
            if (bytes[searched] == '\n' && searched >= 1
                && (bytes[searched - 1] == '\n' || searched >= 2 && bytes[searched - 1] == '\r' && bytes[searched - 2] == '\n')) {
                return searched + 1;
            }
        }
        return 0;
    }
}
