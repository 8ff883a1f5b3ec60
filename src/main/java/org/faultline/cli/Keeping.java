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
}
