package org.faultline.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faultline.report.Changes;
import org.faultline.report.ChangesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de; ${DEFAULT-VALUE} where nothing is said. JSON is the same in each.")
    private Locale language;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        Changes changes = Changes.between(NamedReport.read(before), NamedReport.read(after));
        try (OutputTo result = OutputTo.of(Optional.empty(), report.terminal())) {
            result.write(json ? ChangesText.json(changes)
                : new ChangesText(changes, language).text(report.terminal().style(ColourChoice.NEVER)).getBytes(result.charset()));
        }
        return ExitCode.HEALTHY;
    }
}
