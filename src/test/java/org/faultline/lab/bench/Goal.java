package org.faultline.lab.bench;

import java.util.Locale;

/** Says of each figure whether it reaches its goal, and remembers whether all did. */
final class Goal {

    private boolean reached = true;

    void atMost(String what, double value, double limit) {
        reached &= value <= limit;
        System.out.printf(Locale.ROOT, "%-7s %-46s %.2f (goal %.1f)%n", value <= limit ? "ok" : "MISSED", what, value, limit);
    }

    boolean reached() {
        return reached;
    }
}
