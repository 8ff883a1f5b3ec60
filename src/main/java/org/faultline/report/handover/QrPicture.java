package org.faultline.report.handover;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.BitSet;
import java.util.List;

/**
 * A QR picture as its modules (ISO/IEC 18004), without the margin of four that every drawing of it needs around.
 *
 * @param size modules a side
 * @param dark by {@code y * size + x}
 */
public record QrPicture(int size, BitSet dark) {

    /** Light modules around the picture, without which a scanner does not find it. */
    public static final int MARGIN = 4;

    public QrPicture {
        dark = (BitSet) dark.clone();
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }

    /** With error correction M: a seventh of the picture may be dirty or glare. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeSegments(List.of(QrSegment.makeAlphanumeric(text)), QrCode.Ecc.MEDIUM);
        BitSet dark = new BitSet(code.size * code.size);
        for (int at = 0; at < code.size * code.size; at++) {
            dark.set(at, code.getModule(at % code.size, at / code.size));
        }
        return new QrPicture(code.size, dark);
    }

    public boolean isDark(int x, int y) {
        return dark.get(y * size + x);
    }
}
