package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.run.watch.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final List<String> problems = new ArrayList<>();
    @TempDir
    private Path folder;

    private void hear(Trouble trouble) {
        problems.add(Alerts.WORDS.trouble(trouble));
    }

    private Outlets open(Optional<InetSocketAddress> listen, Optional<Path> file) throws Outlets.NotOpened {
        return Outlets.open(new Wishes(false, Optional.empty(), List.of(), listen, file), INTERVAL, Map.of(), this::hear);
    }

    @Test
    void metricsAreInTheFileAfterEachRound() throws Outlets.NotOpened, IOException {
        Path file = folder.resolve("faultline.prom");
        try (Outlets outlets = open(Optional.empty(), Optional.of(file))) {
            outlets.round(new Round(1, Alerts.at(0), Round.Why.FIRST, List.of(), List.of(), Optional.of(Alerts.BROKEN), Duration.ofMillis(500)));
            outlets.changed(Alerts.cameChange(), Alerts.came());
            outlets.round(new Round(2, Alerts.at(30), Round.Why.GLANCE, List.of(), List.of(), Optional.empty(), Duration.ofMillis(5)));
        }
        assertThat(Files.readString(file)).contains("faultline_watch_verdict_code{code=\"gateway-absent\"} 1", "faultline_watch_changes_total{event=\"fault\"} 1");
        assertThat(problems).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaidAtOnce() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            InetSocketAddress address = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
            Outlets.NotOpened refused = catchThrowableOfType(Outlets.NotOpened.class, () -> open(Optional.of(address), Optional.empty()));
            assertThat(Alerts.WORDS.trouble(refused.trouble())).startsWith("Metrics page: cannot listen at 127.0.0.1:" + taken.getLocalPort() + " (");
            assertThat(new AlertWords(Locale.GERMAN, ZoneOffset.UTC).notOpened(refused.trouble()))
                .startsWith("Die Überwachung hat nicht begonnen: Messwertseite: 127.0.0.1:" + taken.getLocalPort() + " lässt sich nicht öffnen");
        }
    }

    /** What a person does who presses Stop and then Start. */
    @Test
    void thePageOpensAgainAsSoonAsItWasClosed() throws IOException, Outlets.NotOpened {
        InetSocketAddress address;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
        }
        for (int time = 0; time < 3; time++) {
            open(Optional.of(address), Optional.empty()).close();
        }
        assertThat(problems).isEmpty();
    }

    /** Channels may take seconds, and one may fail. */
    @Test
    void thePortIsFreeBeforeTheFirstChannelIsClosedAndAllAreClosed() throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        MetricsPage page = MetricsPage.at(new InetSocketAddress(here, 0), () -> new byte[0]);
        int port = page.port();
        List<String> closed = new ArrayList<>();
        Outlets outlets = Outlets.to(List.of(closing(() -> {
            try (ServerSocket again = new ServerSocket(port, 1, here)) {
                closed.add("port " + (again.getLocalPort() == port ? "free" : "lost"));
            } catch (IOException e) {
                closed.add(e.getMessage());
            }
            throw new IllegalStateException("cannot close");
        }), closing(() -> closed.add("second"))), Optional.of(page));
        assertThatThrownBy(outlets::close).hasMessage("cannot close");
        assertThat(closed).containsExactly("port free", "second");
    }

    private static Channel closing(Runnable close) {
        return new Channel() {
            @Override
            public void tell(Alert alert) { }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAtOnce() {
        Path file = folder.resolve("missing/faultline.prom");
        Outlets.NotOpened refused = catchThrowableOfType(Outlets.NotOpened.class, () -> open(Optional.empty(), Optional.of(file)));
        assertThat(Alerts.WORDS.trouble(refused.trouble())).startsWith("Metrics file: cannot write " + file);
    }

    /** Long before the first alert, which would be too late to learn of it. */
    @Test
    void aCommandThatIsNotThereIsSaidAtOnce() {
        Wishes wishes = new Wishes(false, Optional.empty(), List.of("no-such-program", "night"), Optional.empty(), Optional.empty());
        Outlets.NotOpened refused = catchThrowableOfType(Outlets.NotOpened.class, () -> Outlets.open(wishes, INTERVAL, Map.of(), this::hear));
        assertThat(Alerts.WORDS.trouble(refused.trouble())).startsWith("Command: there is no program to run at \"no-such-program\".");
    }

    @Test
    void theChannelsAreToldAndClosed() {
        List<String> told = new ArrayList<>();
        Channel channel = new Channel() {
            @Override
            public void tell(Alert alert) {
                told.add(alert.event());
            }

            @Override
            public void close() {
                told.add("closed");
            }
        };
        try (Outlets outlets = Outlets.to(List.of(channel))) {
            outlets.changed(Alerts.cameChange(), Alerts.came());
        }
        assertThat(told).containsExactly("fault", "closed");
    }
}
