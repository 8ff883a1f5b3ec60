package org.faultline.report.handover;

import java.util.Arrays;
import java.util.Locale;

/**
 * Thirty-two characters that are hard to confuse on paper and on the phone (Crockford's base 32): no I, L, O or U. Whoever writes one of the
 * first three has read a 1 or a 0, and is taken at that.
 */
final class Letters {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Letters() { }

    /** The characters that count, in one spelling: capitals, without what only separates them. */
    static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}._]", "").replace('O', '0').replace('I', '1').replace('L', '1');
    }

    static String write(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        Bits.Reader bits = Bits.reader(Arrays.copyOf(bytes, bytes.length + 1));
        for (int at = 0; at < bytes.length * 8; at += 5) {
            text.append(ALPHABET.charAt(bits.take(5)));
        }
        return text.toString();
    }

    static byte[] read(String text) {
        Bits bits = new Bits();
        text.chars().forEach(letter -> bits.put(ALPHABET.indexOf(letter), 5));
        return Arrays.copyOf(bits.bytes(), text.length() * 5 / 8);
    }
}
