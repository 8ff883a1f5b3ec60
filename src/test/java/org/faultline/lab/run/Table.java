package org.faultline.lab.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints one line a case and remembers what it printed, for the totals. */
final class Table {
    private static final String LINE = "%-4s %-54s %-26s %-26s %6.0f%s%n";

    private final PrintStream out;
    private final List<Judged> rows = new ArrayList<>();

    Table(PrintStream out, String title) {
        this.out = out;
        out.printf("%n%s%n%-4s %-54s %-26s %-26s %6s%n", title, "", "case", "expected", "got", "ms");
    }

    void add(Judged judged) {
        rows.add(judged);
        String mark = judged.exact() ? "ok" : judged.rightStage() ? "near" : "MISS";
        out.printf(Locale.ROOT, LINE, mark, judged.given().name(), judged.expected(), judged.got(), judged.heard().verdictMs(),
            judged.inTime() ? "" : " > " + judged.given().speed().limit().toMillis());
    }

    List<Judged> rows() {
        return rows;
    }
}
