package org.faultline.lab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one way of starting took, each time: by the clock and of the processor, in milliseconds. */
final class Series {

    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.]+)s");

    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();

    void add(double wallMs, double processorMs) {
        wall.add(wallMs);
        processor.add(processorMs);
    }

    double median() {
        return median(wall);
    }

    String line(String name) {
        return String.format(Locale.ROOT, "  %-20s %6.0f ms (%.0f to %.0f), processor %5.0f ms (%.0f to %.0f)", name, median(wall), Collections.min(wall),
            Collections.max(wall), median(processor), Collections.min(processor), Collections.max(processor));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** User and system time of the children, the last two figures that the shell's {@code times} says, in milliseconds. */
    static double processor(String times) {
        List<Double> figures = new ArrayList<>();
        Matcher matcher = MINUTES.matcher(times);
        while (matcher.find()) {
            figures.add(Integer.parseInt(matcher.group(1)) * 60_000 + Double.parseDouble(matcher.group(2)) * 1000);
        }
        return figures.get(figures.size() - 1) + figures.get(figures.size() - 2);
    }
}
