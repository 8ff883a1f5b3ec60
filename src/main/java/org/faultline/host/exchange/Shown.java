package org.faultline.host.exchange;

import java.nio.charset.StandardCharsets;
import org.faultline.model.Printable;

/** The beginning of what a peer said, safe to show and short enough to keep. */
final class Shown {

    private Shown() { }

    /** The first {@code limit} characters, counted before escaping. */
    static String of(String text, int limit) {
        return Printable.of(text.substring(0, Math.min(text.length(), limit)));
    }

    /** The first {@code limit} bytes read as UTF-8; what is none becomes U+FFFD. */
    static String of(byte[] bytes, int limit) {
        return Printable.of(new String(bytes, 0, Math.min(bytes.length, limit), StandardCharsets.UTF_8));
    }
}
