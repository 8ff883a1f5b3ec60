package org.faultline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faultline.model.Report;
import org.faultline.report.SavedReport;
import org.faultline.report.ShownTime;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.TextStyle.Detail;
import org.faultline.store.NotRead;
import org.faultline.store.ReportFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How reports that are on the disk are shown as text, and the options by which a person chooses how much of them. */
final class Showing {

    @Mixin
    private Reading reading;

    @Option(names = {"-q", "--quiet"}, description = "Only the first line of each.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Also every question that was asked and everything that was seen.")
    private boolean verbose;

    /** @param name by which a person asked for it */
    record Named(String name, Path file) { }

    /** What cannot be read is told and does not hide the others. Returns the exit code of the worst of them. */
    int show(List<Named> wanted, Terminal terminal) {
        if (quiet && verbose) {
            throw new BadArgument("-q and -v contradict each other");
        }
        List<Report> shown = new ArrayList<>();
        boolean all = true;
        for (Named named : wanted) {
            try {
                List<SavedReport> saved = ReportFile.openAll(named.file());
                for (int at = 0; at < saved.size(); at++) {
                    String heading = saved.size() > 1 ? named.name() + " [" + (at + 1) + "/" + saved.size() + "]" : wanted.size() > 1 ? named.name() : "";
                    show(heading, saved.get(at), shown.isEmpty(), terminal);
                    shown.add(saved.get(at).report());
                }
            } catch (NotRead e) {
                all = false;
                terminal.err().println("faultline: " + e.getMessage());
            }
        }
        return all ? ExitCode.worst(shown) : ExitCode.UNDECIDED;
    }

    /** @param heading says which of several it is */
    private void show(String heading, SavedReport saved, boolean first, Terminal terminal) {
        TextStyle usual = reading.style(terminal);
        TextStyle style = new TextStyle(usual.width(), usual.unicode(), usual.colour(), quiet ? Detail.LINE : verbose ? Detail.ALL : Detail.USUAL);
        if (!heading.isEmpty() && !quiet) {
            terminal.out().print((first ? "" : "\n") + TextReport.note(List.of("== " + heading), style));
        }
        ShownTime time = ShownTime.here(reading.language());
        terminal.out().print(TextReport.write(saved.report(), style, time));
        if (!quiet) {
            terminal.out().print("\n" + TextReport.note(saved.remarks(time), style));
        }
    }
}
