package org.faultline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.report.Redaction;
import org.faultline.report.TextStyle;
import org.faultline.report.TextStyle.Detail;
import org.faultline.report.format.TextFormat;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
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
    private Wording wording;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the report to this file instead of stdout.")
    private Optional<Path> output;

    @Option(names = "--only", paramLabel = "STAGE", split = ",", converter = OptionValues.OfStage.class,
        description = "Run only these stages: loopback-ipv4, loopback-ipv6, interface, gateway, external.")
    private List<Stage> only = List.of();

    @Option(names = "--profile", paramLabel = "FILE", description = "Targets and thresholds, as JSON.")
    private Optional<Path> profile;

    @Option(names = "--deadline", paramLabel = "DURATION", defaultValue = "30s", converter = OptionValues.OfDuration.class,
        description = "Bound on the whole run, such as 30s, 1500ms or 2m; ${DEFAULT-VALUE} where nothing is said.")
    private Duration deadline;

    @Option(names = "--no-external", description = "Contact nothing beyond the router.")
    private boolean noExternal;

    @Option(names = "--redact", description = "Replace names, MAC and public addresses, wireless networks, passwords and paths before writing.")
    private boolean redact;

    @Option(names = "--no-history", description = "Do not keep this run, and do not compare it with earlier ones.")
    private boolean noHistory;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", converter = OptionValues.OfColour.class,
        description = "auto, always or never; auto honours NO_COLOR.")
    private ColourChoice colour;

    @Option(names = {"-q", "--quiet"}, description = "Only the first line of the text, and no progress.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Also every question that was asked and everything that was seen.")
    private boolean verbose;

    @Override
    public Integer call() {
        refuseContradictions();
        Check check = check();
        if (verbose) {
            StartUpCache.complaint(System.getProperties()).ifPresent(told -> faultline.terminal().err().println("faultline: " + told));
        }
        try (OutputTo result = OutputTo.of(output, faultline.terminal())) {
            return runAndWrite(check, result);
        }
    }

    private void refuseContradictions() {
        wording.named();
        wording.refuseOnTerminal(output, faultline.terminal());
        if (quiet && verbose) {
            throw new BadArgument("-q and -v contradict each other");
        }
    }

    private Check check() {
        Profile chosen = profile.map(ProfileReader::read).orElse(Profile.DEFAULT);
        Set<Stage> stages = only.isEmpty() ? EnumSet.copyOf(Stage.PATH) : EnumSet.copyOf(only);
        Check check = new Check(noExternal ? chosen.withoutExternal() : chosen, stages, deadline);
        if (check.stages().isEmpty()) {
            throw new BadArgument("nothing is left to check: --only external, but nothing beyond the router may be contacted");
        }
        return check;
    }

    private int runAndWrite(Check check, OutputTo result) {
        Cancellation cancellation = new Cancellation();
        try (Interruption _ = Interruption.cancels(cancellation, result::close)) {
            Report report = run(check, cancellation);
            result.write(rendered(redact ? Redaction.of(report).report() : report, result));
            rememberAndCompare(report, result);
            return cancellation.isCancelled() ? ExitCode.UNDECIDED : ExitCode.of(report.diagnosis().verdict().status());
        }
    }

    /** After the result, which must not wait for it. What changed is told to a person who reads the text, in full words and unredacted. */
    private void rememberAndCompare(Report report, OutputTo result) {
        PastRuns past = PastRuns.of(faultline.terminal(), !noHistory);
        boolean told = result.file().isEmpty() && wording.chosen(output) instanceof TextFormat && !quiet && !redact;
        List<String> changed = told ? past.changed(report, wording.language()) : List.of();
        if (!changed.isEmpty()) {
            String lines = String.join("\n", changed) + "\n";
            result.write((result.unicode() ? lines : lines.replaceAll("[^\\x00-\\x7f]", "?")).getBytes(result.charset()));
        }
        past.keep(report);
    }

    private Report run(Check check, Cancellation cancellation) {
        if (quiet || !faultline.terminal().live()) {
            return check.run(cancellation, Progress.NONE);
        }
        try (LiveProgress progress = LiveProgress.on(faultline.terminal(), check.stages())) {
            return check.run(cancellation, progress);
        }
    }

    private byte[] rendered(Report report, OutputTo result) {
        return wording.rendered(List.of(report), style(result), result.charset(), output);
    }

    private TextStyle style(OutputTo result) {
        Detail detail = quiet ? Detail.LINE : verbose ? Detail.ALL : Detail.USUAL;
        return new TextStyle(result.terminal().width(), result.unicode(), result.colours(colour), detail);
    }
}
