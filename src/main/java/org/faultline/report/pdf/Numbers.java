package org.faultline.report.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as PDF has them: digits and a point, never an exponent. */
final class Numbers {

    private Numbers() { }

    static String of(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
