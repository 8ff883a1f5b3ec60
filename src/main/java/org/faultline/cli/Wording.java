package org.faultline.cli;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;
import org.faultline.report.format.Formats;
import org.faultline.report.format.JsonFormat;
import org.faultline.report.format.NagiosFormat;
import org.faultline.report.format.ReportFormat;
import org.faultline.report.format.TextFormat;
import picocli.CommandLine.Option;

/** The options by which commands choose the format and the language of what they write. */
final class Wording {

    @Option(names = "--format", paramLabel = "FORMAT", converter = OptionValues.OfFormat.class,
        description = "text, json, html, pdf, md, svg, prometheus or nagios. Where nothing is said, that of the ending of FILE, else text.")
    private Optional<ReportFormat> format;

    @Option(names = "--json", description = "Short for --format json.")
    private boolean json;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de, for formats that people read; ${DEFAULT-VALUE} where nothing is said.")
    private Locale language;

    Locale language() {
        return language;
    }

    /** What was asked for by name. */
    Optional<ReportFormat> named() {
        if (json && format.filter(chosen -> !(chosen instanceof JsonFormat)).isPresent()) {
            throw new BadArgument("--json and --format " + format.get().id() + " contradict each other");
        }
        return json ? Formats.of("json") : format;
    }

    /** What was asked for by name, else by the ending of the file, else text. */
    ReportFormat chosen(Optional<Path> output) {
        return named().or(() -> output.flatMap(Wording::byEnding)).orElseGet(TextFormat::new);
    }

    static Optional<ReportFormat> byEnding(Path file) {
        return Formats.ofFile(String.valueOf(file.getFileName()));
    }

    /** Refuses to pour a file of pages into a terminal. */
    void refuseOnTerminal(Optional<Path> output, Terminal terminal) {
        if (output.isEmpty() && terminal.outIsTerminal() && chosen(output).id().equals("pdf")) {
            throw new BadArgument("a PDF cannot be shown in the terminal; say where to: --format pdf -o report.pdf");
        }
    }

    /**
     * One report in the chosen format. Several as text or lines follow each other, as JSON they are an array of objects; no other format
     * holds more than one.
     *
     * @param text all of them as text, which depends on who reads it where
     */
    byte[] rendered(List<Report> reports, Optional<Path> output, Function<List<Report>, byte[]> text) {
        ReportFormat chosen = chosen(output);
        return switch (chosen) {
            case TextFormat _ -> text.apply(reports);
            case JsonFormat _ when reports.size() != 1 -> JsonReport.write(reports);
            case NagiosFormat lines -> joined(reports.stream().map(report -> lines.write(report, language)).toList());
            default -> single(reports, chosen);
        };
    }

    private byte[] single(List<Report> reports, ReportFormat chosen) {
        if (reports.size() != 1) {
            throw new BadArgument("--format " + chosen.id() + " holds one report, and these are " + reports.size() + "; name one, or use text, json or nagios");
        }
        return chosen.write(reports.getFirst(), language);
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
