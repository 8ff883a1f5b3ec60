package org.faultline.host.linux;

import java.util.Optional;

/**
 * Signal strength from the text of {@code /proc/net/wireless}:
 * {@code wlan0: 0000   58.  -52.  -256        0      0      0      0     12        0}. Pure.
 */
final class WirelessSignal {

    /** The drivers' usual scale of link quality: 0 to 70. */
    private static final double BEST_QUALITY = 70;

    private WirelessSignal() { }

    static Optional<Integer> percent(String text, String link) {
        return text.lines().map(String::strip).filter(line -> line.startsWith(link + ":"))
            .map(line -> line.substring(link.length() + 1).strip().split("\\s+")).filter(columns -> columns.length > 2)
            .findFirst().flatMap(columns -> percent(number(columns[1]), number(columns[2])));
    }

    /** By the level in dBm where there is one, -100 being nothing and -50 the best that matters; else by link quality. */
    private static Optional<Integer> percent(Optional<Double> quality, Optional<Double> level) {
        return level.filter(dbm -> dbm < 0 && dbm > -200).map(dbm -> 2 * (dbm + 100))
            .or(() -> quality.map(of -> of / BEST_QUALITY * 100)).map(percent -> (int) Math.clamp(Math.round(percent), 0, 100));
    }

    private static Optional<Double> number(String column) {
        String digits = column.endsWith(".") ? column.substring(0, column.length() - 1) : column;
        return digits.matches("-?[0-9]{1,6}") ? Optional.of(Double.valueOf(digits)) : Optional.empty();
    }
}
