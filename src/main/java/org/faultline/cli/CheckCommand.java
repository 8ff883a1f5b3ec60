package org.faultline.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code faultline check}: runs the whole flow and prints the report. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Checks this computer, the way to the router and the internet, and says where the fault lies and what to do.",
    descriptionHeading = "%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline check                   the verdict, the evidence, what to do",
        "  faultline check -q                one line, for monitoring",
        "  faultline check --no-external     only this computer and the router",
        "  faultline check --json -o report.faultline.json",
        "  faultline check --redact --language de -o report.pdf",
        "%nExit codes: 0 healthy, 1 degraded, 2 a fault was found, 3 undecided, cancelled or bad arguments"})
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Mixin
    private Scope scope;

    @Option(names = "--deadline", paramLabel = "DURATION", defaultValue = "30s", converter = OptionValues.OfDuration.class,
        description = "Bound on the whole run, such as 30s, 1500ms or 2m; ${DEFAULT-VALUE} where nothing is said.")
    private Duration deadline;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Check check = scope.within(deadline);
        if (output.verbose()) {
            StartUpCache.complaint(System.getProperties()).ifPresent(told -> faultline.terminal().err().println("faultline: " + told));
        }
        return output.of(faultline.terminal(), cancellation -> List.of(run(check, cancellation)), keeping.runs(faultline.terminal()));
    }

    private Report run(Check check, Cancellation cancellation) {
        if (output.quiet() || !faultline.terminal().live()) {
            return check.run(cancellation, Progress.NONE);
        }
        try (LiveProgress progress = LiveProgress.on(faultline.terminal(), check.stages())) {
            return check.run(cancellation, progress);
        }
    }
}
