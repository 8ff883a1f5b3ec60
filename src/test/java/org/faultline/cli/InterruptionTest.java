package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faultline.Main;
import org.faultline.model.Cause;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.report.JsonReportReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ctrl-C for real: the program in a network namespace of its own, whose router swallows everything, so that the run is busy for
 * seconds. Skipped where namespaces are not to be had. Whoever starts the tests in the background of a script has SIGINT ignored, which
 * all children inherit (POSIX, sh, 2.11); so it is set back first.
 */
@Isolated("it watches the clock")
class InterruptionTest {

    private static final String NETWORK = """
        ip link set lo up && ip link add v0 index 10 type veth peer name v1 index 11 && ip link set v0 up && ip link set v1 up \
        && ip addr add 192.0.2.20/24 dev v0 && ip route add default via 192.0.2.1 \
        && ip neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 dev v0 nud permanent && exec env --default-signal=INT,TERM "$@"
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-INT", "-TERM"})
    void whatWasSeenUntilThenIsWrittenAndTheCodeIsThree(String signal) throws IOException, InterruptedException {
        assumeTrue(namespaces(), "no unshare, ip or user namespaces here");
        Path report = folder.resolve("report.json");
        Process run = started(report);
        try {
            awaitStart();
            new ProcessBuilder("kill", signal, Long.toString(run.pid())).start().waitFor();
            assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(run.exitValue()).isEqualTo(3);
        assertThat(folder.resolve("said")).isEmptyFile();
        Report read = JsonReportReader.read(Files.readAllBytes(report));
        assertThat(read.diagnosis().verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(read.observations()).anyMatch(seen -> seen.cause() == Cause.CANCELLED);
    }

    /** The file reserved beside the result appears just before the run begins. */
    private void awaitStart() throws IOException, InterruptedException {
        for (int tries = 0; tries < 1_000; tries++) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> file.toString().endsWith(".part"))) {
                    TimeUnit.MILLISECONDS.sleep(300);
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(folder.resolve("said")).content().as("no run within 10 s").isEmpty();
    }

    private Process started(Path report) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path");
        return new ProcessBuilder("unshare", "-Urn", "sh", "-c", NETWORK, "sh", java.toString(), "--enable-native-access=ALL-UNNAMED",
            "-cp", classPath, Main.class.getName(), "check", "--json", "-o", report.toString())
            .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
    }

    private static boolean namespaces() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-Urn", "sh", "-c", NETWORK, "sh", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
