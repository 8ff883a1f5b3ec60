package org.faultline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code faultline report}: works on saved reports. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Works on saved reports.", synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n", optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline report show office.faultline.json",
        "  faultline report convert office.faultline.json --format pdf",
        "  faultline report redact office.faultline.json -o for-the-helpdesk.faultline.json",
        "  faultline report diff yesterday.faultline.json today.faultline.json",
        "  faultline report code",
        "%nExit codes: those of each command; see its --help"},
    subcommands = {ShowCommand.class, ConvertCommand.class, RedactCommand.class, DiffCommand.class, CodeCommand.class})
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Spec
    private CommandSpec spec;

    Terminal terminal() {
        return faultline.terminal();
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with the report: " + String.join(", ", spec.subcommands().keySet()));
    }
}
