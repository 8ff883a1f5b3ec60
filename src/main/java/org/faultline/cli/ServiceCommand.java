package org.faultline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
import org.faultline.run.Progress;
import org.faultline.run.ServiceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline service}: is this service up? */
@Command(name = "service", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Says whether a service of this computer is up: where its name leads, who listens, whether connections get through, "
        + "and what it says. Logs in nowhere and changes nothing.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline service 8080", "  faultline service localhost:5432 '[::1]:25' http://localhost:3000/health",
        "%nExit codes: 0 up, 1 up with a warning, 2 a fault was found, 3 undecided, cancelled or bad arguments; of several services the worst counts"})
final class ServiceCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Parameters(arity = "0..16", paramLabel = "TARGET", description = "PORT, HOST:PORT, [IPv6]:PORT or a URL; without a host it is localhost. "
        + "Of a URL the page and the certificate count too. Where none is given, the services of the profile.")
    private List<String> targets = List.of();

    @Option(names = "--profile", paramLabel = "FILE", description = "Certificates to trust, and services, as JSON.")
    private Optional<Path> profile;

    @Option(names = "--deadline", paramLabel = "DURATION", defaultValue = "10s", converter = OptionValues.OfDuration.class,
        description = "Bound on each service, such as 3s; ${DEFAULT-VALUE} where nothing is said.")
    private Duration deadline;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Profile chosen = profile.map(ProfileReader::read).orElse(Profile.DEFAULT);
        List<String> wanted = targets.isEmpty() ? chosen.services() : targets;
        if (wanted.isEmpty()) {
            throw new BadArgument("say which service: a port, HOST:PORT or a URL");
        }
        List<ServiceCheck> checks = wanted.stream().map(target -> new ServiceCheck(chosen, ServiceCheck.target(target), deadline)).toList();
        return output.of(faultline.terminal(), cancellation -> run(checks, cancellation), keeping.runs(faultline.terminal()));
    }

    /** One after the other: two interviews at once could keep a server of one thread from answering either. */
    private static List<Report> run(List<ServiceCheck> checks, Cancellation cancellation) {
        List<Report> reports = new ArrayList<>();
        for (ServiceCheck check : checks) {
            reports.add(check.run(cancellation, Progress.NONE));
        }
        return reports;
    }
}
