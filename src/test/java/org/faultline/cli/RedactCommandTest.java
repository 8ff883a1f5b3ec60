package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faultline report redact} and {@code check --redact}. */
class RedactCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Faultline.run(arguments, new Terminal(stream, stream, false, false, Map.of()));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSavedReportIsRedactedIntoAnotherFile() throws IOException {
        Path full = Files.write(folder.resolve("full.json"), JsonReport.write(Reports.gatewayAbsent()));
        Path redacted = folder.resolve("redacted.json");
        assertThat(run("report", "redact", full.toString(), "-o", redacted.toString())).isZero();
        assertThat(out()).isEmpty();
        assertThat(JsonReportReader.read(Files.readAllBytes(redacted)).machine()).containsEntry("hostname", "host-1");
        assertThat(JsonReportReader.read(Files.readAllBytes(full)).machine()).containsEntry("hostname", "box");
    }

    @Test
    void thePreviewTellsWhatWouldBeReplaced() throws IOException {
        Path full = Files.write(folder.resolve("full.json"), JsonReport.write(Reports.gatewayAbsent()));
        assertThat(run("report", "redact", "--preview", full.toString())).isZero();
        assertThat(out()).contains("host-1 <- box  (1x, first in machine.hostname)");
    }

    @Test
    void aRunIsRedactedBeforeItIsWritten() {
        run("check", "--only", "loopback-ipv6", "--no-external", "--json", "--redact");
        assertThat(JsonReportReader.read(out().getBytes(StandardCharsets.UTF_8)).redacted()).isTrue();
        assertThat(out()).contains("\"hostname\": \"host-1\"").doesNotContain("\"hostname\": \"" + System.getenv().getOrDefault("HOSTNAME", "?") + "\"");
    }

    @Test
    void aReportIsNeverReplacedByItsRedactedCopy() throws IOException {
        Path full = Files.write(folder.resolve("full.json"), JsonReport.write(Reports.gatewayAbsent()));
        Path sameFile = Files.createSymbolicLink(folder.resolve("link.json"), full);
        for (Path target : List.of(full, sameFile)) {
            assertThat(run("report", "redact", full.toString(), "-o", target.toString())).isEqualTo(ExitCode.UNDECIDED);
            assertThat(out()).contains("that is the report itself");
        }
        assertThat(Files.readAllBytes(full)).isEqualTo(JsonReport.write(Reports.gatewayAbsent()));
    }

    @Test
    void anotherFileStaysUnlessForced() throws IOException {
        Path full = Files.write(folder.resolve("full.json"), JsonReport.write(Reports.gatewayAbsent()));
        Path there = Files.writeString(folder.resolve("there.json"), "mine");
        assertThat(run("report", "redact", full.toString(), "-o", there.toString())).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out()).contains("cannot write " + there + ": it is there already; --force replaces it");
        assertThat(there).hasContent("mine");
        assertThat(run("report", "redact", full.toString(), "-o", there.toString(), "--force")).isZero();
        assertThat(JsonReportReader.read(Files.readAllBytes(there)).redacted()).isTrue();
    }

    @Test
    void servicesAndPortsAreRedactedBeforeTheyAreWritten() {
        run("service", "--json", "--redact", "--deadline", "3s", "localhost:1");
        assertThat(JsonReportReader.read(out().getBytes(StandardCharsets.UTF_8)).redacted()).isTrue();
        run("ports", "--json", "--redact");
        assertThat(JsonReportReader.read(out().getBytes(StandardCharsets.UTF_8)).redacted()).isTrue();
    }
}
