package org.faultline.cli;

import java.util.List;
import org.faultline.model.Report;
import picocli.CommandLine.Option;

/** What the commands that measure keep in the history, and the option by which they do not. */
final class Keeping {

    @Option(names = "--no-history", description = "Do not keep what is found, and do not compare it with earlier runs.")
    private boolean noHistory;

    PastRuns runs(Terminal terminal) {
        return PastRuns.of(terminal, !noHistory);
    }

    /** After the result, which must not wait for it. Of one run a person is told what has changed; of several nobody would know of which. */
    void rememberAndCompare(Terminal terminal, Output output, List<Report> reports, OutputTo result) {
        PastRuns past = runs(terminal);
        if (output.isForPersonHere() && reports.size() == 1) {
            past.changed(reports.getFirst(), output.style(result), output.language()).ifPresent(text -> result.write(text.getBytes(result.charset())));
        }
        reports.forEach(past::keep);
    }
}
