package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class SearchPathTest {

    @TempDir
    private Path home;
    private SearchPath path;

    @BeforeEach
    void twoFoldersOfPrograms() throws IOException {
        Files.createDirectories(home.resolve("first/tell"));
        program("second/tell");
        program("second/tool.exe");
        Files.writeString(home.resolve("second/text"), "no program");
        path = SearchPath.of("Linux", Map.of("PATH", home.resolve("first") + "::bin:.:" + home.resolve("second")));
    }

    private void program(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(Files.writeString(file, "#!/bin/sh\n").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aFolderOfThatNameIsPassedOver() {
        assertThat(path.find("tell")).contains(home.resolve("second/tell"));
    }

    @Test
    void aWholePathIsTakenAsItIs() {
        assertThat(path.find(home.resolve("second/tell").toString())).contains(home.resolve("second/tell"));
        assertThat(path.find(home.resolve("first/tell").toString())).as("a folder").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "text", "none", "second/none", "a\u0000b"})
    void whatIsNoProgramIsNotFound(String name) {
        assertThat(path.find(name)).isEmpty();
    }

    /** Anybody may have put a file there. */
    @Test
    void relativeEntriesAndTheCurrentFolderAreNotSearched() {
        assertThat(path.folders()).isEqualTo(List.of(home.resolve("first"), home.resolve("second")));
        assertThat(SearchPath.of("Linux", Map.of()).find("sh")).as("without a search path").isPresent();
    }

    @Test
    void onWindowsTheEndingMayBeLeftOut() {
        SearchPath windows = SearchPath.of("Windows 11", Map.of("Path", home.resolve("second").toString()));
        assertThat(windows.find("tool")).contains(home.resolve("second/tool.exe"));
        assertThat(path.find("tool")).isEmpty();
    }
}
