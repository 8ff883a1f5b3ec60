package org.faultline.host.exchange;

import java.util.Arrays;
import java.util.List;

/** How the C library reads its small configuration files. */
final class Lines {

    /** A MiB of line ends is still answered at once. */
    static final int MOST_CHARACTERS = 1 << 20;

    private Lines() { }

    /** With the end of each line cut at the first of these marks, and at a NUL, where a C string ends. */
    static List<String> of(String text, char comment) {
        String bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        return Arrays.stream(bounded.split("\r\n|\n|\r", -1)).map(line -> cut(cut(line, '\0'), comment)).toList();
    }

    /** Blank-separated; empty list for a blank line. */
    static List<String> words(String line) {
        return Arrays.stream(line.split("[ \t\f\u000b]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String cut(String line, char mark) {
        return line.indexOf(mark) < 0 ? line : line.substring(0, line.indexOf(mark));
    }
}
