package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A result is wholly there or not at all. */
class ResultFileTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private String[] names() {
        String[] names = folder.toFile().list();
        Arrays.sort(names);
        return names;
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        try (ResultFile file = ResultFile.at(target)) {
            assertThat(target).hasContent("old");
            file.write(NEW);
            assertThat(target).hasContent("new");
        }
        assertThat(names()).containsExactly("report");
    }

    @Test
    void aRunThatEndsWithoutAResultLeavesEverythingAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        ResultFile.at(target).close();
        ResultFile.at(folder.resolve("other")).close();
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("report");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAndLinksAreKept() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        try (ResultFile file = ResultFile.at(link)) {
            file.write(NEW);
        }
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-r-----");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsWrittenToAndNeverReplaced() {
        try (ResultFile file = ResultFile.at(Path.of("/dev/null"))) {
            file.write(NEW);
        }
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aFolderThatVanishesMeanwhileIsNamed() throws IOException {
        Path target = Files.createDirectory(folder.resolve("deep")).resolve("report");
        ResultFile file = ResultFile.at(target);
        file.close();
        Files.delete(folder.resolve("deep"));
        assertThatThrownBy(() -> file.write(NEW)).isInstanceOf(BadArgument.class).hasMessageContaining("cannot write " + target);
    }
}
