package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.faultline.model.Truth;
import org.faultline.run.watch.Round;
import org.faultline.run.watch.Round.Why;
import org.faultline.run.watch.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    private static final Pattern SAMPLE = Pattern.compile(
        "faultline_watch_[a-z_]+(\\{[a-z]+=\"(\\\\.|[^\"\\\\])*\"(,[a-z]+=\"(\\\\.|[^\"\\\\])*\")*})? -?[0-9.]+(E-?[0-9]+)?");

    private static Metrics filled() {
        Metrics metrics = new Metrics(Duration.ofSeconds(30));
        metrics.changed(Alerts.cameChange());
        metrics.round(new Round(7, Alerts.at(3), Why.DIFFERENT, List.of(new Sign("gateway", "192.168.1.1", Truth.NO, Optional.empty()),
            new Sign("name", "odd\"\\\n", Truth.YES, Optional.of(Duration.ofMillis(12))), new Sign("external", "", Truth.UNKNOWN, Optional.empty())),
            List.of("gateway"), Optional.of(Alerts.BROKEN), Duration.ofMillis(1_500)));
        return metrics;
    }

    @Test
    void theNumbersOfARoundAreThere() {
        assertThat(new String(filled().text(), StandardCharsets.UTF_8)).contains("faultline_watch_interval_seconds 30.0",
            "faultline_watch_rounds_total{reason=\"different\"} 1", "faultline_watch_changes_total{event=\"fault\"} 1",
            "faultline_watch_verdict_status{status=\"fault\"} 1", "faultline_watch_verdict_code{code=\"gateway-absent\"} 1",
            "faultline_watch_sign_good{of=\"gateway\",target=\"192.168.1.1\"} 0", "faultline_watch_sign_round_trip_seconds{of=\"name\",target=\"odd\\\"\\\\\\n\"} 0.012")
            .doesNotContain("of=\"external\"");
    }

    /** The grammar of the text format: every sample below its own HELP and TYPE, each family once. */
    @Test
    void everyLineIsOfTheFormat() {
        String family = "";
        for (String line : new String(filled().text(), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("# HELP ")) {
                assertThat(line).doesNotStartWith("# HELP " + family + " ");
                family = line.split(" ")[2];
            } else if (line.startsWith("# TYPE ")) {
                assertThat(line).matches("# TYPE " + family + " (gauge|counter)");
            } else {
                assertThat(line).startsWith(family).matches(SAMPLE);
            }
        }
    }

    @Test
    void promtoolAcceptsIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")), "promtool is not installed (Debian: apt-get install prometheus)");
        Process promtool = new ProcessBuilder("/usr/bin/promtool", "check", "metrics").redirectErrorStream(true).start();
        try (var in = promtool.getOutputStream()) {
            in.write(filled().text());
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(promtool.exitValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET /metrics HTTP/1.1   | localhost:1234  | 200 OK
        GET /metrics HTTP/1.1   | [::1]           | 200 OK
        GET / HTTP/1.1          | 127.0.0.1       | 404 Not Found
        POST /metrics HTTP/1.1  | 127.0.0.1       | 404 Not Found
        GET /metrics HTTP/1.1   | evil.example    | 403 Forbidden
        """)
    void thePageIsForThisComputer(String request, String host, String status) throws IOException {
        try (MetricsPage page = MetricsPage.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), filled()::text);
             Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.getOutputStream().write((request + "\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer.contains("faultline_watch_rounds_total")).isEqualTo(status.startsWith("200"));
        }
    }

    @Test
    void nothingElseMayBeListenedAt() {
        assertThatThrownBy(() -> MetricsPage.at(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), () -> new byte[0]))
            .hasMessageContaining("loopback only");
    }
}
