package org.faultline.report.handover;

import java.util.BitSet;

/** Bits one after the other, the most significant of a number first. */
final class Bits {

    private final BitSet bits = new BitSet();
    private int length;

    Bits put(int value, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            bits.set(length++, (value >> bit & 1) != 0);
        }
        return this;
    }

    Bits put(byte[] bytes) {
        for (byte each : bytes) {
            put(each & 0xff, 8);
        }
        return this;
    }

    int length() {
        return length;
    }

    /** Filled up with zeros to whole bytes. */
    byte[] bytes() {
        byte[] bytes = new byte[(length + 7) / 8];
        for (int bit = 0; bit < length; bit++) {
            if (bits.get(bit)) {
                bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
            }
        }
        return bytes;
    }

    static Reader reader(byte[] bytes) {
        return new Reader(bytes);
    }

    /** Reads them back; beyond the end there is a {@link BadCode}. */
    static final class Reader {

        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int take(int width) {
            int value = 0;
            for (int bit = 0; bit < width; bit++) {
                if (at >= bytes.length * 8) {
                    throw new BadCode(BadCode.Problem.TOO_SHORT);
                }
                value = value << 1 | bytes[at / 8] >> 7 - at % 8 & 1;
                at++;
            }
            return value;
        }

        byte[] bytes(int count) {
            byte[] taken = new byte[count];
            for (int each = 0; each < count; each++) {
                taken[each] = (byte) take(8);
            }
            return taken;
        }
    }
}
