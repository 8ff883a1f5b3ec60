package org.faultline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.report.Redaction;
import org.faultline.report.SavedReport;
import org.faultline.report.ShownTime;
import org.faultline.report.format.ReportFormat;
import org.faultline.store.NotRead;
import org.faultline.store.NotWritten;
import org.faultline.store.ReportFile;
import org.faultline.store.SafeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline report convert}: saved reports in another format. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Writes saved reports in another format, each beside itself with the ending of the format, or where -o says. "
        + "Says which files were written.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline report convert office.faultline.json --format html",
        "  faultline report convert office.faultline.json -o office.pdf --language de",
        "  faultline report convert *.faultline.json --format md -o tickets/",
        "%nExit codes: 0 all written, 3 one or more could not be read or written"})
final class ConvertCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Saved reports.")
    private List<Path> files;

    @Mixin
    private Wording wording;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE|FOLDER", description = "The file to write, or a folder that is there already.")
    private Optional<Path> output;

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    @Option(names = "--redact", description = "Replace names, MAC and public addresses, wireless networks, passwords and paths before writing.")
    private boolean redact;

    @Override
    public Integer call() {
        boolean folder = output.filter(Files::isDirectory).isPresent();
        refuseOneFile(files.size(), folder);
        ReportFormat format = wording.named().or(() -> output.filter(_ -> !folder).flatMap(Wording::byEnding))
            .orElseThrow(() -> new BadArgument("say which format: --format html, or -o with a known ending"));
        long failed = files.stream().filter(file -> !converted(file, format, folder)).count();
        return failed == 0 ? ExitCode.HEALTHY : ExitCode.UNDECIDED;
    }

    private void refuseOneFile(int reports, boolean folder) {
        if (reports > 1 && output.isPresent() && !folder) {
            throw new BadArgument(output.get() + " is no folder that is there; of several reports each needs a file of its own");
        }
    }

    /**
     * Beside the report or in the folder, with the ending of the format in place of its own.
     *
     * @param number behind the name, where the file holds more than one
     */
    private Path target(Path file, String number, ReportFormat format, boolean folder) {
        String name = file.getFileName() == null ? "report" : file.getFileName().toString().replaceFirst("(\\.faultline)?\\.json$", "");
        String written = name + number + "." + format.ending();
        return output.map(place -> folder ? place.resolve(written) : place).orElseGet(() -> file.resolveSibling(written));
    }

    private boolean converted(Path file, ReportFormat format, boolean folder) {
        try {
            List<SavedReport> all = ReportFile.openAll(file);
            refuseOneFile(all.size(), folder);
            long failed = IntStream.range(0, all.size())
                .filter(at -> !written(file, all.get(at), target(file, all.size() == 1 ? "" : "-" + (at + 1), format, folder), format)).count();
            return failed == 0;
        } catch (NotRead | BadArgument e) {
            warn(e.getMessage());
            return false;
        }
    }

    private boolean written(Path file, SavedReport saved, Path target, ReportFormat format) {
        try {
            if (saved.newer()) {
                saved.remarks(ShownTime.here(wording.language())).stream().skip(1).limit(1L + saved.notUnderstood().size()).forEach(remark -> warn(file + ": " + remark));
            }
            NamedReport.refuseReplacing(file, target, force);
            Report shown = redact ? Redaction.of(saved.report()).report() : saved.report();
            SafeFile.write(target, format.write(shown, wording.language()));
            report.terminal().out().println(target);
            return true;
        } catch (NotWritten | BadArgument e) {
            warn(e.getMessage());
        } catch (IOException e) {
            warn("cannot write " + target + ": " + e.getMessage());
        }
        return false;
    }

    private void warn(String sentence) {
        report.terminal().err().println("faultline: " + Printable.of(sentence));
    }
}
