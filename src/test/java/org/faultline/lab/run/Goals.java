package org.faultline.lab.run;

import java.io.PrintStream;
import java.util.Locale;

/** Compares measured figures with what was promised; one missed goal makes the whole run fail. */
final class Goals {
    private final PrintStream out;
    private int missed;

    Goals(PrintStream out) {
        this.out = out;
    }

    void share(String what, long good, long all, double goalPercent) {
        double percent = all == 0 ? 100 : 100.0 * good / all;
        report(percent >= goalPercent, "%-36s %d of %d = %.1f %% (goal %.0f %%)", what, good, all, percent, goalPercent);
    }

    void none(String what, long found, long of) {
        report(found == 0, "%-36s %d of %d (goal 0)", what, found, of);
    }

    void atMost(String what, double measuredMs, double limitMs) {
        report(measuredMs <= limitMs, "%-36s %.0f ms (limit %.0f ms)", what, measuredMs, limitMs);
    }

    /** A figure without a goal. */
    void note(String format, Object... values) {
        out.printf(Locale.ROOT, "       " + format + "%n", values);
    }

    boolean allReached() {
        return missed == 0;
    }

    private void report(boolean reached, String format, Object... values) {
        missed += reached ? 0 : 1;
        out.printf(Locale.ROOT, (reached ? "ok     " : "MISSED ") + format + "%n", values);
    }
}
