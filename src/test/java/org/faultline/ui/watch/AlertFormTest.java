package org.faultline.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faultline.alert.Wishes;
import org.faultline.store.Settings;
import org.faultline.ui.watch.AlertForm.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFormTest {

    @TempDir
    private Path folder;

    @Test
    void emptyFieldsWishForNothing() {
        AlertForm form = new AlertForm(false, Map.of(Field.WEBHOOK, "  ", Field.COMMAND, ""));
        assertThat(form).isEqualTo(AlertForm.EMPTY);
        assertThat(form.problems()).isEmpty();
        assertThat(form.ways()).isZero();
        assertThat(form.wishes().command()).isEmpty();
        assertThat(form.wishes().webhook()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsWrittenIsWished() {
        Path file = folder.resolve("faultline.prom");
        AlertForm form = new AlertForm(true, Map.of(Field.WEBHOOK, " https://example.org/hook ", Field.COMMAND, "sh \"the night shift\"",
            Field.LISTEN, "127.0.0.1:9469", Field.METRICS_FILE, file.toString()));
        assertThat(form.problems()).isEmpty();
        assertThat(form.ways()).isEqualTo(5);
        Wishes wishes = form.wishes();
        assertThat(wishes.desktop()).isTrue();
        assertThat(wishes.webhook()).contains(URI.create("https://example.org/hook"));
        assertThat(wishes.command()).isEqualTo(List.of("sh", "the night shift"));
        assertThat(wishes.listen()).hasValueSatisfying(address -> assertThat(address.getPort()).isEqualTo(9469));
        assertThat(wishes.metricsFile()).contains(file);
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        WEBHOOK      | example.org              | webhook
        COMMAND      | sh "night                | command.quote
        COMMAND      | "" tell.sh               | command.missing
        COMMAND      | ./tell.sh                | command.missing
        LISTEN       | 0.0.0.0:9469             | listen
        METRICS_FILE | faultline.prom           | metrics-file
        """)
    void whatCannotBeUsedIsSaidBesideItsField(Field field, String text, String why) {
        assertThat(new AlertForm(false, Map.of(field, text)).problems()).containsExactly(Map.entry(field, why));
    }

    /** A disk far away may never answer, and the page waits for nothing. */
    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @CsvSource({"COMMAND, no-such-program-anywhere", "COMMAND, /no/such/tell.sh", "METRICS_FILE, /no/such/folder/x.prom"})
    void whatOnlyTheDiskKnowsIsLeftToTheWatch(Field field, String text) {
        assertThat(new AlertForm(false, Map.of(field, text)).problems()).isEmpty();
    }

    @Test
    void itIsRememberedBesideWhatOtherPagesKeep() {
        AlertForm form = new AlertForm(true, Map.of(Field.COMMAND, "sh 'a b'"));
        Settings settings = form.remembered(Settings.DEFAULT.withMore(Map.of("other", 1)));
        assertThat(settings.more()).containsEntry("other", 1);
        assertThat(AlertForm.of(settings)).isEqualTo(form);
    }

    @Test
    void oddSettingsAreAsIfThereWereNone() {
        assertThat(AlertForm.of(Settings.DEFAULT.withMore(Map.of("watchAlerts", "yes")))).isEqualTo(AlertForm.EMPTY);
        assertThat(AlertForm.of(Settings.DEFAULT.withMore(Map.of("watchAlerts", Map.of("notify", "yes", "webhook", 7, "listen", "x".repeat(5_000))))))
            .isEqualTo(AlertForm.EMPTY);
    }
}
