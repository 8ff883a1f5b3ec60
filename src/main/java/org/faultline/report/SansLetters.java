package org.faultline.report;

import org.faultline.report.picture.Lettering;

/**
 * The widths of DejaVu Sans at 13 pixels, for formats that cannot know which letters the reader has: the fonts it may be shown in are as
 * wide or narrower, so what fits here fits there.
 */
public final class SansLetters implements Lettering {

    static final double SIZE = 13;

    /** From space to tilde, in 2048ths of the size; bold is wider throughout. */
    private static final int[] PLAIN = {651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690,
        1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048,
        1401, 1405, 1430, 1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401,
        2025, 1403, 1251, 1403, 799, 690, 799, 1716, 1024, 1024,
        1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253, 1300, 1300, 842, 1067, 803, 1298, 1212, 1675,
        1212, 1212, 1075, 1303, 690, 1303, 1716};
    private static final int OTHER = 1300;
    private static final double BOLD = 1.16;

    @Override
    public double width(String text, boolean bold) {
        int sum = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            sum += letter(text.codePointAt(at));
        }
        return sum / 2048.0 * SIZE * (bold ? BOLD : 1);
    }

    private static int letter(int point) {
        return point >= ' ' && point - ' ' < PLAIN.length ? PLAIN[point - ' '] : Math.max(OTHER, Character.isUpperCase(point) ? 1600 : OTHER);
    }

    @Override
    public double lineHeight() {
        return 16;
    }
}
