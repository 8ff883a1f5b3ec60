package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.faultline.host.Reading;
import org.faultline.host.ScanRequest;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;

class PortScanTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** Finds a listener of ours, invents none for the port of one that was closed, and leaves nothing in TIME_WAIT. */
    @Test
    void everyListenerIsFoundAndNothingElseIsLeftBehind() throws IOException {
        assumeThat(LinuxHost.usable()).isTrue();
        try (ServerSocket open = new ServerSocket(); ServerSocket closed = new ServerSocket()) {
            open.bind(new InetSocketAddress(LOOPBACK, 0), 50);
            closed.bind(new InetSocketAddress(LOOPBACK, 0), 50);
            closed.close();
            List<Integer> found = PortScan.run(new ScanRequest(LOOPBACK, Duration.ofSeconds(30))).value().orElseThrow();
            assertThat(found).contains(open.getLocalPort()).doesNotContain(closed.getLocalPort()).isSorted();
            assertThat(waiting(open.getLocalPort())).isZero();
        }
    }

    /** {@code /proc/net/tcp}: local address, remote address, state; 06 is TIME_WAIT. */
    private static long waiting(int port) throws IOException {
        String hex = ":%04X".formatted(port);
        return Files.readAllLines(Path.of("/proc/net/tcp")).stream().map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields.length > 3 && fields[3].equals("06") && (fields[1].endsWith(hex) || fields[2].endsWith(hex))).count();
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        assumeThat(LinuxHost.usable()).isTrue();
        Reading<List<Integer>> reading = PortScan.run(new ScanRequest(LOOPBACK, Duration.ofMillis(1)));
        assertThat(reading).isInstanceOfSatisfying(Reading.Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(Cause.TIMED_OUT));
    }
}
