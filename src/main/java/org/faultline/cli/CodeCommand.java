package org.faultline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.report.HandoverCode;
import org.faultline.report.HandoverCodeText;
import org.faultline.report.Redaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline report code}: the handover code of a saved report, for whoever has no network and no window. */
@Command(name = "code", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Prints the handover code of a check: sixteen characters to read out on the telephone, and a QR picture to scan with a phone that "
        + "still has mobile data. 'faultline decode' tells what either says.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline report code                          of the last check", "  faultline report code office.faultline.json",
        "%nExit codes: 0 printed, 3 there is no report or it cannot be read"})
final class CodeCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A saved report; where none is named, the last check in the history.")
    private Optional<Path> file;

    @Option(names = "--full", description = "For your own IT: the picture holds names, MAC and public addresses as they are. "
        + "The spoken code never holds any.")
    private boolean full;

    @Option(names = {"-q", "--quiet"}, description = "Only the two codes, a line each: the spoken one, the text of the picture.")
    private boolean quiet;

    @Mixin
    private Reading reading;

    @Override
    public Integer call() {
        Report read = file.map(NamedReport::read).orElseGet(this::newest);
        HandoverCode code = HandoverCode.of(full ? read : Redaction.of(read).report());
        report.terminal().out().print(quiet ? HandoverCodeText.lines(code)
            : HandoverCodeText.write(code, full && !read.redacted(), reading.style(report.terminal()), reading.language()));
        return ExitCode.HEALTHY;
    }

    /** Says on stderr which one it is: stdout has the codes alone. */
    private Report newest() {
        Path kept = PastRuns.of(report.terminal(), true).newest()
            .orElseThrow(() -> new BadArgument("no check has been kept on this computer yet; name a saved report"));
        Report read = NamedReport.read(kept);
        report.terminal().err().println("faultline: " + HandoverCodeText.which(read, kept.toString(), reading.language()));
        return read;
    }
}
