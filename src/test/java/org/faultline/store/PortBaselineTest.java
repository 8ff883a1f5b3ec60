package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.faultline.json.BadJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortBaselineTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsRead() throws IOException {
        Path file = folder.resolve("new/ports.json");
        Set<String> listeners = Set.of("tcp 127.0.0.1:5432", "tcp [::1]:5432", "tcp [fe80::1%2]:22", "tcp 0.0.0.0:22");
        PortBaseline.save(file, listeners);
        assertThat(PortBaseline.read(file)).isEqualTo(listeners);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"schema": "faultline-ports/1"}                                    | baseline.listeners: is missing
        {"schema": "faultline-ports/2", "listeners": []}                   | baseline.schema: "faultline-ports/2" is not faultline-ports/1
        {"schema": "faultline-ports/1", "listeners": ["tcp 22; reboot"]}   | baseline.listeners[0]: "tcp 22; reboot" is not a listener
        {"schema": "faultline-ports/1", "listeners": [], "more": 1}        | baseline.more
        """)
    void whatDoesNotFitIsRefusedWithItsPlace(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatThrownBy(() -> PortBaseline.read(file)).isInstanceOf(BadJson.class).hasMessageStartingWith(message);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> PortBaseline.read(folder.resolve("none.json"))).isInstanceOf(BadJson.class).hasMessageContaining("none.json");
    }
}
