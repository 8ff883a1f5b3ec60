package org.faultline.host.exchange;

import java.util.ArrayList;
import java.util.List;

/** How the C library reads its small configuration files. */
final class Lines {

    /** A MiB of line ends is still answered at once; a real file of that size has 30,000 lines. */
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_LINES = 100_000;

    private Lines() { }

    /** With the end of each line cut at the first of these marks, and at a NUL, where a C string ends. */
    static List<String> of(String text, char comment) {
        List<String> lines = new ArrayList<>();
        int end = Math.min(text.length(), MOST_CHARACTERS);
        for (int from = 0; from <= end && lines.size() < MOST_LINES;) {
            int to = from;
            while (to < end && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            lines.add(cut(text.substring(from, to), comment));
            from = to + (to + 1 < end && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n' ? 2 : 1);
        }
        return lines;
    }

    /** Blank-separated; empty list for a blank line. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < line.length();) {
            int to = from;
            while (to < line.length() && !blank(line.charAt(to))) {
                to++;
            }
            if (to > from) {
                words.add(line.substring(from, to));
            }
            from = to + 1;
        }
        return words;
    }

    private static boolean blank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static String cut(String line, char mark) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == mark || line.charAt(at) == '\0') {
                return line.substring(0, at);
            }
        }
        return line;
    }
}
