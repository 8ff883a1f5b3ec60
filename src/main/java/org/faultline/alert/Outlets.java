package org.faultline.alert;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.faultline.alert.Trouble.Kind;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Round;
import org.faultline.store.NotWritten;
import org.faultline.store.SafeFile;

/** Everywhere that a watch tells what it sees besides its own lines: the channels and the metrics, open as long as it runs. */
public final class Outlets implements AutoCloseable {

    private final Metrics metrics;
    private final Optional<Path> metricsFile;
    private final Consumer<Trouble> problems;
    private final List<Channel> channels = new ArrayList<>();
    private Optional<MetricsPage> page = Optional.empty();

    /** A wish that cannot be fulfilled; the trouble says which and why. */
    public static final class NotOpened extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        NotOpened(Trouble trouble) {
            super(trouble.toString());
            this.trouble = trouble;
        }

        public Trouble trouble() {
            return trouble;
        }
    }

    private Outlets(Duration interval, Optional<Path> metricsFile, Consumer<Trouble> problems) {
        this.metrics = new Metrics(interval);
        this.metricsFile = metricsFile;
        this.problems = problems;
    }

    /** Only these; closed with it. */
    public static Outlets to(List<Channel> channels) {
        return to(channels, Optional.empty());
    }

    static Outlets to(List<Channel> channels, Optional<MetricsPage> page) {
        Outlets outlets = new Outlets(Duration.ZERO, Optional.empty(), _ -> { });
        outlets.channels.addAll(channels);
        outlets.page = page;
        return outlets;
    }

    /**
     * @param environment of this process, for the desktop
     * @param problems    hears, from any thread, what cannot be told later on
     * @throws NotOpened if a file cannot be written, nothing can listen there, or there is no such program
     */
    public static Outlets open(Wishes wishes, Duration interval, Map<String, String> environment, Consumer<Trouble> problems) throws NotOpened {
        Outlets outlets = new Outlets(interval, wishes.metricsFile(), problems);
        try {
            outlets.openAll(wishes, environment);
            return outlets;
        } catch (NotOpened | RuntimeException e) {
            outlets.close();
            throw e;
        }
    }

    private void openAll(Wishes wishes, Map<String, String> environment) throws NotOpened {
        if (metricsFile.isPresent()) {
            writeMetrics(metricsFile.get());
        }
        if (wishes.listen().isPresent()) {
            listen(wishes.listen().get());
        }
        wishes.webhook().ifPresent(url -> channels.add(new Webhook(url, new Random(), problems)));
        if (!wishes.command().isEmpty()) {
            channels.add(new UserCommand(found(wishes.command(), environment), problems));
        }
        if (wishes.desktop()) {
            String system = System.getProperty("os.name");
            DesktopNote.find(system, environment, problems).ifPresentOrElse(channels::add, () -> problems.accept(DesktopNote.none(system)));
        }
    }

    /** The same command with its program by its whole path. */
    private static List<String> found(List<String> command, Map<String, String> environment) throws NotOpened {
        Path program = SearchPath.of(System.getProperty("os.name"), environment).find(command.getFirst())
            .orElseThrow(() -> new NotOpened(Trouble.of(Kind.NO_PROGRAM, command.getFirst())));
        List<String> found = new ArrayList<>(command);
        found.set(0, program.toString());
        return found;
    }

    private void listen(InetSocketAddress address) throws NotOpened {
        try {
            page = Optional.of(MetricsPage.at(address, metrics::text));
        } catch (IOException e) {
            throw new NotOpened(Trouble.of(Kind.CANNOT_LISTEN, address.getAddress().getHostAddress() + ":" + address.getPort(), String.valueOf(e.getMessage())));
        }
    }

    private void writeMetrics(Path file) throws NotOpened {
        try {
            SafeFile.write(file, metrics.text());
        } catch (NotWritten e) {
            throw new NotOpened(Trouble.of(Kind.METRICS_FILE, e));
        }
    }

    public void round(Round round) {
        metrics.round(round);
        if (metricsFile.isPresent()) {
            try {
                writeMetrics(metricsFile.get());
            } catch (NotOpened e) {
                problems.accept(e.trouble());
            }
        }
    }

    /** @param alert the change in words */
    public void changed(Change change, Alert alert) {
        metrics.changed(change);
        channels.forEach(channel -> channel.tell(alert));
    }

    /** The page goes first, so that its port is free at once for the next watch; then the channels, each with two seconds for its last words. */
    @Override
    public void close() {
        page.ifPresent(MetricsPage::close);
        closeAll(channels.iterator());
    }

    /** One that cannot be closed keeps none of the others open. */
    private static void closeAll(Iterator<Channel> rest) {
        if (rest.hasNext()) {
            try {
                rest.next().close();
            } finally {
                closeAll(rest);
            }
        }
    }
}
