package org.faultline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faultline.report.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline explain}: what a code means and what to do about it, without measuring anything. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Tells what a fault code or a stage means and what to do; without one, lists all codes.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline explain gateway-absent", "  faultline explain external", "  faultline explain undecided",
        "%nExit codes: 0 told, 3 there is no such code"})
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Parameters(arity = "0..1", paramLabel = "CODE|STAGE", description = "A code such as gateway-absent, a stage such as gateway, or a verdict such as undecided.")
    private Optional<String> wanted;

    @Mixin
    private Reading reading;

    @Override
    public Integer call() {
        Terminal terminal = faultline.terminal();
        Catalogue catalogue = new Catalogue(reading.style(terminal), System.getProperty("os.name"), reading.language());
        String text = wanted.isEmpty() ? catalogue.all() : catalogue.entry(wanted.get())
            .orElseThrow(() -> new BadArgument("there is no code or stage '" + wanted.get() + "'" + hint(catalogue.similar(wanted.get()))));
        terminal.out().print(text);
        return ExitCode.HEALTHY;
    }

    private static String hint(List<String> similar) {
        return similar.isEmpty() ? "; 'faultline explain' lists all" : "; did you mean " + String.join(" or ", similar) + "?";
    }
}
