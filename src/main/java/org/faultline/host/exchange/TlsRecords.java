package org.faultline.host.exchange;

import java.util.Arrays;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

/**
 * Cuts a stream into TLS records (RFC 8446, 5.1), so that an answer which is no TLS, an end, a reset and an alert are seen for
 * what they are before the TLS engine turns them into one exception. For one thread.
 */
final class TlsRecords {

    /** A handshake needs 3 to 10 KiB; certificate chains of 60 KiB exist. */
    static final int MOST_BYTES = 256 * 1024;
    private static final int HEADER = 5;
    private static final int LARGEST = 16_384 + 2_048;
    private static final int ALERT = 21;

    private final Wire.Stream stream;
    private final Deadline deadline;
    private byte[] buffer = new byte[HEADER + LARGEST];
    private int length;
    private int total;
    private boolean any;
    private String alert = "";

    /** @param first bytes of the conversation already read */
    TlsRecords(Wire.Stream stream, byte[] first, Deadline deadline) {
        this.stream = stream;
        this.deadline = deadline;
        length = Math.min(first.length, buffer.length);
        System.arraycopy(first, 0, buffer, 0, length);
    }

    /** Name of the last alert that came unencrypted, else empty. */
    String alert() {
        return alert;
    }

    /** One whole record with its header. PLAIN_TEXT if the very first one is none, MALFORMED if a later one is. */
    Wire.Received next() {
        while (true) {
            if (!looksLikeRecord()) {
                return Wire.Received.failed(Failure.of(any ? Cause.MALFORMED : Cause.PLAIN_TEXT));
            }
            if (length >= HEADER && length >= HEADER + payload()) {
                return Wire.Received.of(take());
            }
            if (total >= MOST_BYTES) {
                return Wire.Received.failed(Failure.of(Cause.MALFORMED));
            }
            Wire.Received part = stream.receive(buffer.length - length, deadline);
            if (!part.failure().none()) {
                return part;
            }
            System.arraycopy(part.bytes(), 0, buffer, length, part.bytes().length);
            length += part.bytes().length;
            total += part.bytes().length;
        }
    }

    private byte[] take() {
        int size = HEADER + payload();
        byte[] one = Arrays.copyOf(buffer, size);
        System.arraycopy(buffer, size, buffer, 0, length - size);
        length -= size;
        any = true;
        if (one[0] == ALERT && size == HEADER + 2) {
            alert = TlsAlert.name(one[HEADER + 1] & 0xFF);
        }
        return one;
    }

    /** 1. a content type of TLS (20 to 24), 2. protocol 3.x, 3. a permitted length; as far as bytes have come. */
    private boolean looksLikeRecord() {
        boolean type = length < 1 || buffer[0] >= 20 && buffer[0] <= 24;
        boolean version = length < 2 || buffer[1] == 3;
        boolean size = length < HEADER || payload() <= LARGEST;
        return type && version && size;
    }

    private int payload() {
        return (buffer[3] & 0xFF) << 8 | buffer[4] & 0xFF;
    }
}
