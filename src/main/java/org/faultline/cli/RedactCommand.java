package org.faultline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faultline.model.Printable;
import org.faultline.report.JsonReport;
import org.faultline.report.Redaction;
import org.faultline.report.redaction.Replacement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline report redact}: a saved report without what its owner did not mean to give. */
@Command(name = "redact", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Replaces host and user names, MAC and public addresses, wireless networks, domains, passwords and paths in a saved report; "
        + "the same thing by the same token everywhere. Private addresses stay.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline report redact office.faultline.json -o for-the-helpdesk.faultline.json",
        "  faultline report redact --preview office.faultline.json    what would be replaced",
        "%nExit codes: 0 written, 3 the report cannot be read or written"})
final class RedactCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Parameters(paramLabel = "FILE", description = "A saved report.")
    private Path file;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the report to this file instead of stdout.")
    private Optional<Path> output;

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Option(names = "--keep-vendor", description = "Keep the half of each MAC address that names its maker.")
    private boolean keepVendor;

    @Option(names = "--preview", description = "Only list what would be replaced by what, and where.")
    private boolean preview;

    @Override
    public Integer call() {
        Redaction redaction = Redaction.of(NamedReport.read(file), keepVendor);
        if (preview) {
            redaction.replacements().forEach(this::show);
            return ExitCode.HEALTHY;
        }
        output.ifPresent(target -> NamedReport.refuseReplacing(file, target, force));
        try (OutputTo result = OutputTo.of(output, report.terminal())) {
            result.write(JsonReport.write(redaction.report()));
        }
        return ExitCode.HEALTHY;
    }

    private void show(Replacement replacement) {
        report.terminal().out().println(replacement.token() + " <- " + Printable.of(replacement.original()) + "  ("
            + replacement.count() + "x, first in " + replacement.where().getFirst() + ")");
    }
}
