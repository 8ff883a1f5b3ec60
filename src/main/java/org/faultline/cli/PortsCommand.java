package org.faultline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;
import org.faultline.run.PortsCheck;
import org.faultline.run.Progress;
import org.faultline.store.Folders;
import org.faultline.store.PortBaseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code faultline ports}: what listens on this computer, and who can reach it. */
@Command(name = "ports", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Lists what listens on this computer, which program it is, and who can reach it by its address. "
        + "Whether a firewall stands in front cannot be seen from inside.",
    descriptionHeading = "%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline ports", "  faultline ports --scan            also connects to every port of 127.0.0.1 and ::1",
        "  faultline ports --save            remembers what is open now; later runs tell what is new and what went",
        "%nExit codes: 0 nothing to worry about, 1 a warning, 3 undecided, cancelled or bad arguments"})
final class PortsCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Option(names = "--scan", description = "Also connect to all 65,535 TCP ports of 127.0.0.1 and ::1, and compare with the list.")
    private boolean scan;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Compare with this saved list instead of the usual one.")
    private Optional<Path> baseline;

    @Option(names = "--save", description = "Save what is open now as the list to compare with later.")
    private boolean save;

    @Option(names = "--deadline", paramLabel = "DURATION", defaultValue = "15s", converter = OptionValues.OfDuration.class,
        description = "Bound on the whole run, such as 3s; ${DEFAULT-VALUE} where nothing is said.")
    private Duration deadline;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Path file = baseline.orElseGet(() -> PortBaseline.usual(Folders.ofThisProcess()));
        return output.of(faultline.terminal(), cancellation -> List.of(run(file, cancellation)), keeping.runs(faultline.terminal()));
    }

    private Report run(Path file, Cancellation cancellation) {
        boolean compare = Files.exists(file) || baseline.isPresent() && !save;
        Optional<Set<String>> before = compare ? before(file) : Optional.empty();
        Report report = new PortsCheck(scan, before, deadline).run(cancellation, Progress.NONE);
        if (save) {
            PortsCheck.listed(report).ifPresentOrElse(listed -> save(file, listed),
                () -> faultline.terminal().err().println("faultline: nothing was saved, the list could not be read"));
        }
        return report;
    }

    /** A damaged list of our own must not keep anybody from looking; one that was named on the command line must be in order. */
    private Optional<Set<String>> before(Path file) {
        try {
            return Optional.of(PortBaseline.read(file));
        } catch (BadJson e) {
            if (baseline.isPresent() && !save) {
                throw e;
            }
            faultline.terminal().err().println("faultline: compared with nothing, since " + file + " cannot be used: " + e.getMessage());
            if (save) {
                setAside(file);
            }
            return Optional.empty();
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadArgument("cannot set " + file + " aside (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void save(Path file, Set<String> listed) {
        try {
            PortBaseline.save(file, listed);
            faultline.terminal().err().println("faultline: " + listed.size() + (listed.size() == 1 ? " TCP port is" : " TCP ports are")
                + " saved in " + file + "; later runs tell what is new and what went");
        } catch (IOException e) {
            throw new BadArgument(e.getMessage());
        }
    }
}
