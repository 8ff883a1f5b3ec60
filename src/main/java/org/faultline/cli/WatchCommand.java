package org.faultline.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.faultline.alert.Wishes;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;
import org.faultline.run.Workplace;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Keeper;
import org.faultline.run.watch.Listener;
import org.faultline.run.watch.Round;
import org.faultline.run.watch.Watch;
import org.faultline.run.watch.Watching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code faultline watch}: repeats the check and tells only of changes. */
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = {"Keeps checking and tells only of changes: one line when a fault comes, one when it is over. Most rounds are a glance of a few "
        + "packets; what looks different is followed by the whole check at once, and only its verdict is told. Ctrl-C ends it."},
    descriptionHeading = "%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline watch                              until Ctrl-C, every 30 s",
        "  faultline watch --interval 5m --notify       with desktop notifications",
        "  faultline watch --format jsonl --log watch.jsonl",
        "  faultline watch --listen 127.0.0.1:9469      for a Prometheus on this host",
        "  faultline watch --on-change ./tell.sh night  runs ./tell.sh with 'night'",
        "%nExit codes: that of the last verdict: 0 healthy, 1 degraded, 2 a fault, 3 undecided, or bad arguments"})
final class WatchCommand implements Callable<Integer> {

    /** Of one round. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @ParentCommand
    private Faultline faultline;

    @Option(names = "--interval", paramLabel = "DURATION", defaultValue = "30s", converter = OptionValues.OfDuration.class,
        description = "From the start of one round to the next, 1s to 60m; ${DEFAULT-VALUE} where nothing is said.")
    private Duration interval;

    @Option(names = "--count", paramLabel = "N", description = "End after so many rounds.")
    private Optional<Long> count;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
        description = "text, or jsonl: one JSON object a line, for each round and each change.")
    private String format;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "Of what is told: en or de; ${DEFAULT-VALUE} where nothing is said.")
    private Locale language;

    @Mixin
    private Scope scope;

    @Option(names = "--notify", description = "Show each alert on the desktop.")
    private boolean notify;

    @Option(names = "--webhook", paramLabel = "URL",
        description = "Post each alert there as JSON; while the network is down up to 100 of them wait in memory.")
    private Optional<URI> webhook;

    @Option(names = "--on-change", paramLabel = "COMMAND", arity = "1..*",
        description = "Run this command with these arguments for each alert, never through a shell; FAULTLINE_REPORT names the report, "
            + "FAULTLINE_EVENT, _STATUS, _CODE and _TEXT say what happened. Takes all arguments up to the next option, or after -- all that follow.")
    private List<String> onChange = List.of();

    @Option(names = "--listen", paramLabel = "ADDRESS:PORT", converter = OptionValues.OfLoopback.class,
        description = "Serve metrics for Prometheus at http://ADDRESS:PORT/metrics; a loopback address, such as 127.0.0.1:9469.")
    private Optional<InetSocketAddress> listen;

    @Option(names = "--metrics-file", paramLabel = "FILE",
        description = "Write metrics to this file after each round, for the textfile collector of the node exporter (*.prom).")
    private Optional<Path> metricsFile;

    @Option(names = "--log", paramLabel = "FILE", description = "Also write what is printed to this file; at 1 MiB it becomes FILE.1 and starts anew.")
    private Optional<Path> log;

    @Mixin
    private Keeping keeping;

    @Override
    public Integer call() {
        refuse();
        Watching watching = new Watching(scope.within(DEADLINE), interval, count.orElse(Long.MAX_VALUE));
        WatchOutputs.Wanted wanted = new WatchOutputs.Wanted(format.equals("jsonl"), language, log,
            new Wishes(notify, webhook, onChange, listen, metricsFile));
        Cancellation cancellation = new Cancellation();
        AtomicInteger code = new AtomicInteger(ExitCode.UNDECIDED);
        Listener lastVerdict = new Listener() {
            @Override
            public void round(Round round) {
                round.report().ifPresent(report -> code.set(ExitCode.of(report.diagnosis().verdict().status())));
            }

            /** The first verdict comes before its round is over. */
            @Override
            public void changed(Change change) {
                if (change instanceof Change.Began(_, Report first)) {
                    code.set(ExitCode.of(first.diagnosis().verdict().status()));
                }
            }
        };
        // The interruption is closed last: it ends the program, and the channels have their last words before.
        try (Interruption _ = Interruption.cancels(cancellation, () -> { }, code::get);
             WatchOutputs outputs = WatchOutputs.open(wanted, faultline.terminal(), interval)) {
            new Watch(watching, Workplace.here(), Watch.Pacer.REAL, all(List.of(lastVerdict, outputs, new Keeper(keeping.runs(faultline.terminal())::keepCompared)))).run(cancellation);
        }
        return code.get();
    }

    private static Listener all(List<Listener> listeners) {
        return new Listener() {
            @Override
            public void round(Round round) {
                listeners.forEach(listener -> listener.round(round));
            }

            @Override
            public void changed(Change change) {
                listeners.forEach(listener -> listener.changed(change));
            }
        };
    }

    private void refuse() {
        if (!List.of("text", "jsonl").contains(format)) {
            throw new BadArgument("'" + format + "' is not a format of watch; the formats are text and jsonl");
        }
        if (interval.compareTo(Watching.SHORTEST) < 0) {
            throw new BadArgument("--interval must be at least 1s");
        }
        if (count.filter(rounds -> rounds < 1).isPresent()) {
            throw new BadArgument("--count must be at least 1");
        }
        if (webhook.filter(url -> !Wishes.isWebhook(url)).isPresent()) {
            throw new BadArgument("--webhook takes an address such as https://example.org/hook, without user and password");
        }
    }
}
