package org.faultline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faultline.report.Changes;
import org.faultline.report.ChangesText;
import org.faultline.report.ShownTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline report diff}: what is different between two saved reports. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Tells what is different between two saved reports: verdict, stages, and the facts of the machine and its network.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExample:%n",
    footer = {"  faultline report diff yesterday.faultline.json today.faultline.json", "%nExit codes: 0 told, 3 a report cannot be read"})
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier report.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later report.")
    private Path after;

    @Mixin
    private TextOrJson telling;

    @Override
    public Integer call() {
        return tell(before, after, telling, report.terminal());
    }

    /** @throws BadArgument if one of them cannot be read */
    static int tell(Path before, Path after, TextOrJson telling, Terminal terminal) {
        Changes changes = Changes.between(NamedReport.read(before), NamedReport.read(after));
        telling.write(terminal, new ChangesText(changes, telling.language(), ShownTime.here(telling.language()))::text, () -> ChangesText.json(changes));
        return ExitCode.HEALTHY;
    }
}
