package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.faultline.report.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** What was redacted does not tell in which part of the world it was made, wherever it is written to. */
@Isolated("it sets the zone of the whole program")
class RedactedTimeTest {

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void east() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    }

    @AfterEach
    void back() {
        TimeZone.setDefault(zone);
    }

    private static String shown(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = CommandLine.populateCommand(new Output(), options);
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false, false, Map.of("COLUMNS", "100"));
        output.of(terminal, _ -> List.of(Reports.gatewayAbsent()), new PastRuns(Optional.empty()));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRedactedTextOnStdoutHasNoZoneOfThisComputer() {
        assertThat(shown("-v")).as("who reads it here has").contains("UTC+5:45");
        assertThat(shown("-v", "--redact")).contains(" UTC").doesNotContain("UTC+");
        assertThat(shown("-v", "--redact", "--language", "de")).contains(" UTC").doesNotContain("UTC+");
    }
}
