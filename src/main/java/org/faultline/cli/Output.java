package org.faultline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.faultline.model.Report;
import org.faultline.report.Redaction;
import org.faultline.report.ShownTime;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.TextStyle.Detail;
import org.faultline.report.format.TextFormat;
import org.faultline.run.Cancellation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which commands that end in reports write them. */
final class Output {

    @Mixin
    private Wording wording;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the report to this file instead of stdout.")
    private Optional<Path> output;

    @Option(names = "--redact", description = "Replace names, MAC and public addresses, wireless networks, passwords and paths before writing.")
    private boolean redact;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", converter = OptionValues.OfColour.class,
        description = "auto, always or never; auto honours NO_COLOR.")
    private ColourChoice colour;

    @Option(names = {"-q", "--quiet"}, description = "Only the first line of the text, and no progress.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Also every question that was asked and everything that was seen.")
    private boolean verbose;

    /**
     * Runs, writes, and returns the exit code of the worst of the reports. What stands where it was to stand is kept; what somebody broke off is not.
     * What has changed since earlier runs is part of what is written; where that would not show it, no earlier run is opened. A person who waits in front
     * of a terminal gets it after the verdict, which must not wait for it, and of one run only: of several nobody would know of which.
     */
    int of(Terminal terminal, Function<Cancellation, List<Report>> run, PastRuns past) {
        refuseContradictions(terminal);
        try (OutputTo result = OutputTo.of(output, terminal)) {
            Cancellation cancellation = new Cancellation();
            try (Interruption _ = Interruption.cancels(cancellation, result::close)) {
                List<Report> reports = run.apply(cancellation);
                if (cancellation.isCancelled()) {
                    result.write(rendered(reports, result));
                    return ExitCode.UNDECIDED;
                }
                written(reports, past, result).forEach(past::keep);
                return ExitCode.worst(reports);
            }
        }
    }

    private List<Report> written(List<Report> reports, PastRuns past, OutputTo result) {
        boolean silent = lineAlone() || !wording.chosen(output).tellsChanges();
        boolean first = silent || isForPersonHere();
        if (first) {
            result.write(rendered(reports, result));
        }
        if (silent) {
            return reports;
        }
        List<Report> compared = reports.stream().map(past::compared).toList();
        if (!first) {
            result.write(rendered(compared, result));
        } else if (compared.size() == 1) {
            result.write(TextReport.changed(compared.getFirst(), style(result), time()).getBytes(result.charset()));
        }
        return compared;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether only the first line of text is wanted. */
    private boolean lineAlone() {
        return quiet && wording.chosen(output) instanceof TextFormat;
    }

    /** Whether a person reads it right here, in full words and with all names. */
    private boolean isForPersonHere() {
        return output.isEmpty() && wording.chosen(output) instanceof TextFormat && !redact;
    }

    private TextStyle style(OutputTo result) {
        Detail detail = quiet ? Detail.LINE : verbose ? Detail.ALL : Detail.USUAL;
        return new TextStyle(result.terminal().width(), result.unicode(), result.colours(colour), detail);
    }

    private void refuseContradictions(Terminal terminal) {
        wording.named();
        wording.refuseOnTerminal(output, terminal);
        if (quiet && verbose) {
            throw new BadArgument("-q and -v contradict each other");
        }
    }

    private byte[] rendered(List<Report> reports, OutputTo result) {
        return wording.rendered(redact ? reports.stream().map(report -> Redaction.of(report).report()).toList() : reports, output, all -> text(all, result));
    }

    private byte[] text(List<Report> reports, OutputTo result) {
        return String.join(quiet ? "" : "\n", reports.stream().map(report -> TextReport.write(report, style(result), time())).toList()).getBytes(result.charset());
    }

    /** A file travels, and so does what was redacted, which must not tell in which part of the world it was made; the rest is read here. */
    private ShownTime time() {
        return redact || output.isPresent() ? ShownTime.universal(wording.language()) : ShownTime.here(wording.language());
    }
}
