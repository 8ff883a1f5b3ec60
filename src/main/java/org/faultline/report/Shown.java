package org.faultline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Single values as people read them: addresses, milliseconds, lists. */
public final class Shown {

    private static final int GROUPS = 8;
    private static final int LONGEST_LIST = 4;

    private Shown() { }

    /** An IPv6 address in its short form (RFC 5952), with what follows it ({@code /64}, {@code %eth0}); other text as it is. */
    public static String address(String text) {
        int end = firstOf(text, "/%");
        String[] groups = text.substring(0, end).split(":", -1);
        if (groups.length != GROUPS || !Arrays.stream(groups).allMatch(Shown::isGroup)) {
            return text;
        }
        return shortened(groups) + text.substring(end);
    }

    private static int firstOf(String text, String characters) {
        return characters.chars().map(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
    }

    private static boolean isGroup(String group) {
        return !group.isEmpty() && group.length() <= 4 && group.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    /** The longest run of two or more zero groups, the first of equal ones, becomes {@code ::}. */
    private static String shortened(String[] groups) {
        int from = 0;
        int longest = 1;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && Integer.parseInt(groups[end], 16) == 0) {
                end++;
            }
            if (end - start > longest) {
                from = start;
                longest = end - start;
            }
        }
        return longest == 1 ? joined(groups, 0, GROUPS) : joined(groups, 0, from) + "::" + joined(groups, from + longest, GROUPS);
    }

    private static String joined(String[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).map(group -> Integer.toHexString(Integer.parseInt(group, 16)))
            .collect(Collectors.joining(":"));
    }

    /** With the digits that matter, as people of this language write them: {@code 0.04 ms}, {@code 3.2 ms}, {@code 812 ms}, {@code 2.9 s}. */
    public static String milliseconds(double ms, Words words) {
        return (ms < 1000 ? rounded(ms) + " ms" : rounded(ms / 1000) + " s").replace(".", words.decimalSign());
    }

    private static String rounded(double number) {
        int digits = Math.abs(number) < 1 ? 2 : Math.abs(number) < 10 ? 1 : 0;
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A value of an observation with its name: {@code sent 3}, {@code rtt 0.21, 0.3 ms}, {@code loss 40%}, {@code carrier changes 7}. */
    static String value(String name, Object value) {
        if (value instanceof Boolean flag) {
            return (flag ? "" : "not ") + words(name);
        }
        String unit = name.endsWith("Ms") ? " ms" : name.endsWith("Percent") ? "%" : "";
        String bare = name.substring(0, name.length() - (unit.isEmpty() ? 0 : name.endsWith("Ms") ? 2 : "Percent".length()));
        return (words(bare) + " " + list(value) + unit).strip();
    }

    static String list(Object value) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        String shown = items.stream().limit(LONGEST_LIST).map(Shown::item).collect(Collectors.joining(", "));
        return items.size() > LONGEST_LIST ? shown + ", … (" + items.size() + ")" : shown;
    }

    private static String item(Object item) {
        return item instanceof Double || item instanceof Float ? rounded(((Number) item).doubleValue()) : address(item.toString());
    }

    /** {@code carrierChanges} becomes {@code carrier changes}. */
    static String words(String name) {
        StringBuilder words = new StringBuilder();
        name.chars().forEach(letter -> {
            if (Character.isUpperCase(letter)) {
                words.append(' ');
            }
            words.append((char) Character.toLowerCase(letter));
        });
        return words.toString();
    }
}
