package org.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Exit code 1 would tell a monitoring system that the network is degraded. */
    @Test
    void anErrorIsOneLineAndUndecided() {
        int code = Main.guarded(() -> {
            throw new OutOfMemoryError("unable to create native thread:\npossibly out of memory or process/resource limits reached");
        }, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("faultline: ").contains("unable to create native thread").hasLineCount(1);
    }

    @Test
    void theProgramsOwnCodeIsKept() {
        assertThat(Main.guarded(() -> 2, new PrintStream(err))).isEqualTo(2);
        assertThat(err.size()).isZero();
    }

    @Test
    void aReportSavedUnderAShorterNameOpensTheWindowToo() {
        assertThat(Main.isReport("mycheck.json")).isTrue();
        assertThat(Main.isReport("C:\\Users\\me\\Check.Faultline.JSON")).isTrue();
        assertThat(Main.isReport("check")).isFalse();
        assertThat(Main.isReport("--json")).isFalse();
        assertThat(Main.isReport("--profile=a.json")).isFalse();
    }
}
