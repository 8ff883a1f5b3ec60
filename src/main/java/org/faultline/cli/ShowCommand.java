package org.faultline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.report.SavedReport;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.TextStyle.Detail;
import org.faultline.store.NotRead;
import org.faultline.store.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline report show}: saved reports as text, with what this version makes of their observations. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Shows saved reports as text. The observations are judged anew by this version, and where that differs it is said. "
        + "Nothing is measured.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline report show office.faultline.json", "  faultline report show -q *.faultline.json     one line each",
        "%nExit codes: that of the saved verdict as in 'faultline check', of several the",
        "worst; 3 if a report cannot be read"})
final class ShowCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Saved reports.")
    private List<Path> files;

    @Mixin
    private Reading reading;

    @Option(names = {"-q", "--quiet"}, description = "Only the first line of each.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Also every question that was asked and everything that was seen.")
    private boolean verbose;

    @Override
    public Integer call() {
        if (quiet && verbose) {
            throw new BadArgument("-q and -v contradict each other");
        }
        List<Report> shown = new ArrayList<>();
        boolean all = true;
        for (Path file : files) {
            try {
                List<SavedReport> saved = ReportFile.openAll(file);
                for (int at = 0; at < saved.size(); at++) {
                    String heading = saved.size() > 1 ? file + " [" + (at + 1) + "/" + saved.size() + "]" : files.size() > 1 ? file.toString() : "";
                    show(heading, saved.get(at), shown.isEmpty());
                    shown.add(saved.get(at).report());
                }
            } catch (NotRead e) {
                all = false;
                report.terminal().err().println("faultline: " + e.getMessage());
            }
        }
        return all ? ExitCode.worst(shown) : ExitCode.UNDECIDED;
    }

    /** @param heading says which of several it is */
    private void show(String heading, SavedReport saved, boolean first) {
        Terminal terminal = report.terminal();
        TextStyle usual = reading.style(terminal);
        TextStyle style = new TextStyle(usual.width(), usual.unicode(), usual.colour(), quiet ? Detail.LINE : verbose ? Detail.ALL : Detail.USUAL);
        if (!heading.isEmpty() && !quiet) {
            terminal.out().print((first ? "" : "\n") + TextReport.note(List.of("== " + heading), style));
        }
        terminal.out().print(TextReport.write(saved.report(), style, reading.language()));
        if (!quiet) {
            terminal.out().print("\n" + TextReport.note(saved.remarks(reading.language()), style));
        }
    }
}
