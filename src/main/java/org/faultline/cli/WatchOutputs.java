package org.faultline.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.faultline.alert.Alert;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Channel;
import org.faultline.alert.DesktopNote;
import org.faultline.alert.Metrics;
import org.faultline.alert.MetricsPage;
import org.faultline.alert.UserCommand;
import org.faultline.alert.Webhook;
import org.faultline.json.JsonText;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Listener;
import org.faultline.run.watch.Round;
import org.faultline.store.NotWritten;
import org.faultline.store.RollingLog;
import org.faultline.store.SafeFile;

/** Everywhere a watch in the terminal tells what it sees: lines on stdout, the log, the channels, the metrics. */
final class WatchOutputs implements Listener, AutoCloseable {

    private static final long LONGEST_LOG = 1 << 20;

    private final Wanted wanted;
    private final Terminal terminal;
    private final AlertWords words;
    private final Metrics metrics;
    private final List<Channel> channels = new ArrayList<>();
    private final List<AutoCloseable> others = new ArrayList<>();

    /** @param json one object a line instead of text */
    record Wanted(boolean json, Locale language, Optional<Path> log, Optional<Path> metricsFile, Optional<InetSocketAddress> listen, Optional<URI> webhook,
                  List<String> onChange, boolean desktop) { }

    private WatchOutputs(Wanted wanted, Terminal terminal, Duration interval) {
        this.wanted = wanted;
        this.terminal = terminal;
        this.words = new AlertWords(wanted.language(), ZoneId.systemDefault());
        this.metrics = new Metrics(interval);
    }

    /** @throws BadArgument if a file cannot be written or nothing can listen there */
    static WatchOutputs open(Wanted wanted, Terminal terminal, Duration interval) {
        WatchOutputs outputs = new WatchOutputs(wanted, terminal, interval);
        try {
            outputs.openAll();
            return outputs;
        } catch (RuntimeException e) {
            outputs.close();
            throw e;
        }
    }

    private void openAll() {
        wanted.metricsFile().ifPresent(file -> writeMetrics(file, metrics.text()));
        wanted.log().ifPresent(file -> {
            try {
                new RollingLog(file, LONGEST_LOG).begin();
            } catch (NotWritten e) {
                throw new BadArgument(e.getMessage());
            }
        });
        wanted.listen().ifPresent(this::listen);
        wanted.webhook().ifPresent(url -> channels.add(new Webhook(url, new Random(), this::problem)));
        if (!wanted.onChange().isEmpty()) {
            channels.add(new UserCommand(wanted.onChange(), this::problem));
        }
        if (wanted.desktop()) {
            DesktopNote.find(System.getProperty("os.name"), terminal.environment(), this::problem).ifPresentOrElse(channels::add,
                () -> problem("no desktop notifications: neither notify-send nor gdbus is installed"));
        }
    }

    private void listen(InetSocketAddress address) {
        try {
            others.add(MetricsPage.at(address, metrics::text));
        } catch (IOException e) {
            throw new BadArgument("cannot listen at " + address.getAddress().getHostAddress() + ":" + address.getPort() + ": " + e.getMessage());
        }
    }

    @Override
    public void round(Round round) {
        metrics.round(round);
        wanted.metricsFile().ifPresent(file -> {
            try {
                writeMetrics(file, metrics.text());
            } catch (BadArgument e) {
                problem(e.getMessage());
            }
        });
        if (wanted.json()) {
            print(line(RoundJson.of(round)));
        }
    }

    @Override
    public void changed(Change change) {
        metrics.changed(change);
        Alert alert = words.alert(change);
        print(wanted.json() ? line(alert.document()) : words.time(alert.at()) + "  " + alert.text());
        channels.forEach(channel -> channel.tell(alert));
    }

    private static void writeMetrics(Path file, byte[] text) {
        try {
            SafeFile.write(file, text);
        } catch (NotWritten e) {
            throw new BadArgument(e.getMessage());
        }
    }

    private static String line(Map<String, Object> document) {
        return JsonText.line(document);
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
        wanted.log().ifPresent(file -> {
            try {
                new RollingLog(file, LONGEST_LOG).add(line);
            } catch (NotWritten e) {
                problem(e.getMessage());
            }
        });
    }

    /** From any thread. */
    private void problem(String line) {
        terminal.err().println("faultline: " + line);
    }

    /** The channels get two seconds for their last words, side by side with nothing else. */
    @Override
    public void close() {
        channels.forEach(Channel::close);
        for (AutoCloseable each : others) {
            try {
                each.close();
            } catch (Exception e) {
                problem(e.toString());
            }
        }
    }
}
