package org.faultline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private Showing showing;

    @Override
    public Integer call() {
        return showing.show(files.stream().map(file -> new Showing.Named(file.toString(), file)).toList(), report.terminal());
    }
}
