package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.store.Settings.Placement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path home;
    private SettingsFile file;

    @BeforeEach
    void aFolderThatDoesNotExistYet() {
        file = new SettingsFile(new Folders(home.resolve("a/b"), home.resolve("state")));
    }

    private SettingsFile.Loaded load(String text) throws IOException {
        Files.createDirectories(file.file().getParent());
        Files.writeString(file.file(), text);
        return file.load();
    }

    @Test
    void withoutAFileTheDefaultsStand() {
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULT, List.of()));
    }

    @Test
    void whatIsSavedIsReadAgain() throws IOException {
        Settings settings = Settings.DEFAULT.with(Consent.ACCEPTED).with(Look.DARK).withLanguage("de").withTextPercent(150)
            .with(new Placement(10, -20, 800, 600, true)).withProfile(Map.of("names", List.of("example.net")))
            .withMore(Map.of("tree", Map.of("zoom", 2)));
        file.save(settings);
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(settings, List.of()));
    }

    @Test
    void oneBadValueCostsOnlyItselfAndIsTold() throws IOException {
        SettingsFile.Loaded loaded = load("{\"look\": \"dark\", \"textPercent\": 900, \"profile\": {\"addresses\": [\"nowhere\"]}}");
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.with(Look.DARK));
        assertThat(loaded.problems()).anyMatch(told -> told.startsWith("settings.textPercent: 900 is not between 100 and 200"))
            .anyMatch(told -> told.startsWith("profile.addresses[0]: \"nowhere\" is not"));
    }

    @Test
    void aFileThatCannotBeReadIsKeptAside() throws IOException {
        String broken = "{\"look\": ";
        SettingsFile.Loaded loaded = load(broken);
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        file.save(Settings.DEFAULT);
        assertThat(file.file().resolveSibling("settings.unreadable.json")).content().isEqualTo(broken);
    }

    /** The address of a webhook is in it, with which anybody can post. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        load("{\"look\": ");
        Files.setPosixFilePermissions(file.file(), PosixFilePermissions.fromString("rw-r--r--"));
        file.load();
        assertThat(mode(file.file().resolveSibling("settings.unreadable.json"))).isEqualTo("rw-------");
        file.save(Settings.DEFAULT);
        assertThat(mode(file.file())).as("one that others could read before").isEqualTo("rw-------");
        Files.delete(file.file());
        file.save(Settings.DEFAULT);
        assertThat(mode(file.file())).as("a new one").isEqualTo("rw-------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** A hand that wrote "accepted" wrongly has not accepted. */
    @Test
    void onlyAClearYesIsConsent() throws IOException {
        assertThat(load("{\"consent\": \"yes\"}").settings().consent()).isEqualTo(Consent.UNASKED);
    }

    @Test
    void aWindowThatCannotBeSeenIsForgotten() throws IOException {
        assertThat(load("{\"window\": {\"x\": 0, \"y\": 0, \"width\": 3, \"height\": 600, \"maximized\": false}}").settings().window()).isEmpty();
    }
}
