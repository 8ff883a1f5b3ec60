package org.faultline.lab.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares measured figures with what was promised; one missed goal makes the whole run fail. */
final class Goals {
    private final PrintStream out;
    private final Allowance allowance;
    private final List<String> missed = new ArrayList<>();

    Goals(PrintStream out, Allowance allowance) {
        this.out = out;
        this.allowance = allowance;
    }

    /**
     * What a machine shared with others is forgiven; nothing by default.
     *
     * @param percent of the cases that may come out otherwise, each of them printed again at the end
     * @param slack   by which every time limit is multiplied
     */
    record Allowance(double percent, double slack) { }

    void share(String what, long good, long all, double goalPercent) {
        double percent = all == 0 ? 100 : 100.0 * good / all;
        report(percent >= goalPercent - allowance.percent(), "%-36s %d of %d = %.1f %% (goal %.0f %%)", what, good, all, percent, goalPercent);
    }

    void none(String what, long found, long of) {
        report(100.0 * found <= allowance.percent() * of, "%-36s %d of %d (goal 0)", what, found, of);
    }

    void atMost(String what, double measuredMs, double limitMs) {
        report(measuredMs <= limitMs * allowance.slack(), "%-36s %.0f ms (limit %.0f ms)", what, measuredMs, limitMs);
    }

    /** A figure without a goal. */
    void note(String format, Object... values) {
        out.printf(Locale.ROOT, "       " + format + "%n", values);
    }

    boolean allReached() {
        return missed.isEmpty();
    }

    /** The goals that were not reached, each as it was printed. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    private void report(boolean reached, String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        out.println((reached ? "ok     " : "MISSED ") + line);
        if (!reached) {
            missed.add(line);
        }
    }
}
