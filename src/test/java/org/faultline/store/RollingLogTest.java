package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {

    @TempDir
    private Path folder;

    @Test
    void itStaysBelowTwiceItsLengthAndKeepsTheLatestLines() throws IOException {
        RollingLog log = new RollingLog(folder.resolve("watch.log"), 1_000);
        log.begin();
        for (int line = 1; line <= 10_000; line++) {
            log.add("line " + line);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("watch.log", "watch.log.1");
        assertThat(Files.size(folder.resolve("watch.log"))).isLessThanOrEqualTo(1_000);
        assertThat(Files.size(folder.resolve("watch.log.1"))).isLessThanOrEqualTo(1_000);
        assertThat(Files.readString(folder.resolve("watch.log"))).endsWith("line 9999" + System.lineSeparator() + "line 10000" + System.lineSeparator());
    }
}
