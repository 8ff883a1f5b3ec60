package org.faultline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.faultline.model.Report;
import org.faultline.report.Redaction;
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

    /** Runs, writes, and returns the exit code of the worst of the reports. */
    int of(Terminal terminal, Function<Cancellation, List<Report>> run) {
        return of(terminal, run, (_, _) -> { });
    }

    /** @param written hears of the reports once they stand where they were to stand; not of half of them, where somebody broke off */
    int of(Terminal terminal, Function<Cancellation, List<Report>> run, BiConsumer<List<Report>, OutputTo> written) {
        refuseContradictions(terminal);
        try (OutputTo result = OutputTo.of(output, terminal)) {
            Cancellation cancellation = new Cancellation();
            try (Interruption _ = Interruption.cancels(cancellation, result::close)) {
                List<Report> reports = run.apply(cancellation);
                result.write(rendered(redact ? reports.stream().map(report -> Redaction.of(report).report()).toList() : reports, result));
                if (!cancellation.isCancelled()) {
                    written.accept(reports, result);
                }
                return cancellation.isCancelled() ? ExitCode.UNDECIDED : ExitCode.worst(reports);
            }
        }
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    Locale language() {
        return wording.language();
    }

    /** Whether a person reads it right here, in full words and with all names. */
    boolean isForPersonHere() {
        return output.isEmpty() && wording.chosen(output) instanceof TextFormat && !quiet && !redact;
    }

    TextStyle style(OutputTo result) {
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
        return wording.rendered(reports, style(result), result.charset(), output);
    }
}
