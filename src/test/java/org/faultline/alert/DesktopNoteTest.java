package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faultline.model.Fault;
import org.faultline.run.watch.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real tools of a Linux desktop, on a bus of our own; those that are not installed are skipped. */
@EnabledOnOs(OS.LINUX)
class DesktopNoteTest {

    private static final long PATIENCE_S = 30;

    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    @TempDir
    private Path folder;

    private void hear(Trouble trouble) {
        problems.add(Alerts.WORDS.trouble(trouble));
    }

    /** A search path on which only this tool is. */
    private String only(String tool) throws IOException {
        Path program = Path.of("/usr/bin", tool);
        assumeTrue(Files.isExecutable(program), tool + " is not installed");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path script = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return bin.toString();
    }

    private DesktopNote note(FakeDesktop desktop, String tool) throws IOException {
        return DesktopNote.find("Linux", desktop.environment(only(tool)), this::hear).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notify-send", "gdbus"})
    void anAlertIsShownOnTheDesktop(String tool) throws IOException, InterruptedException {
        try (FakeDesktop desktop = new FakeDesktop(folder, true); DesktopNote note = note(desktop, tool)) {
            note.tell(Alerts.came());
            assertThat(desktop.shown().poll(PATIENCE_S, TimeUnit.SECONDS)).as("told, or %s", problems)
                .isEqualTo(new FakeDesktop.Note("Faultline", "org.faultline.Faultline", "Faultline", "gateway-absent: Nobody answers at the router's address"));
        }
        assertThat(problems).isEmpty();
    }

    /** The text holds names from outside, and desktops read markup in it: a wireless network must not become a link. */
    @ParameterizedTest
    @ValueSource(strings = {"notify-send", "gdbus"})
    void whatLooksLikeMarkupIsShownAsItIs(String tool) throws IOException, InterruptedException {
        Alert alert = Alerts.came();
        Alert odd = new Alert(alert.event(), alert.at(), alert.status(), alert.code(), "-x \"<a href='y'>Café & Söhne</a>\" \\ %s", Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());
        try (FakeDesktop desktop = new FakeDesktop(folder, true); DesktopNote note = note(desktop, tool)) {
            note.tell(odd);
            assertThat(desktop.shown().poll(PATIENCE_S, TimeUnit.SECONDS)).as("told, or %s", problems).extracting(FakeDesktop.Note::body)
                .isEqualTo("-x \"&lt;a href='y'&gt;Café &amp; Söhne&lt;/a&gt;\" \\ %s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notify-send", "gdbus"})
    void whereNobodyShowsItThatIsSaid(String tool) throws IOException, InterruptedException {
        try (FakeDesktop desktop = new FakeDesktop(folder, false); DesktopNote note = note(desktop, tool)) {
            note.tell(Alerts.came());
            assertThat(problems.poll(PATIENCE_S, TimeUnit.SECONDS)).startsWith("No desktop notification: ");
        }
        assertThat(problems).as("said once").isEmpty();
    }

    /** Two that alarm, and between them one that only is written down. */
    @Test
    void onlyWhatAlarmsIsShown() throws IOException, InterruptedException {
        try (FakeDesktop desktop = new FakeDesktop(folder, true); DesktopNote note = note(desktop, "gdbus")) {
            note.tell(Alerts.came());
            note.tell(Alerts.WORDS.alert(new Change.SeenAs(Alerts.at(33), Alerts.UNRESPONSIVE_THEN_ABSENT, Fault.GATEWAY_UNRESPONSIVE, Alerts.BROKEN)));
            note.tell(Alerts.WORDS.alert(new Change.ClockJumped(Alerts.at(40), Duration.ofHours(2))));
            note.tell(Alerts.recovered());
            assertThat(desktop.shown().poll(PATIENCE_S, TimeUnit.SECONDS)).extracting(FakeDesktop.Note::body).asString().startsWith("gateway-absent: ");
            assertThat(desktop.shown().poll(PATIENCE_S, TimeUnit.SECONDS)).extracting(FakeDesktop.Note::body).asString().startsWith("gateway-absent is over");
        }
        assertThat(problems).isEmpty();
    }

    /** Each system is asked for its own tools only. */
    @ParameterizedTest
    @CsvSource({"Linux, 'notify-send, gdbus'", "Mac OS X, osascript", "Windows 11, powershell.exe"})
    void whatWasLookedForIsNamed(String system, String tools) {
        assertThat(Alerts.WORDS.trouble(DesktopNote.none(system))).isEqualTo("There is no tool for desktop notifications here (looked for: " + tools + ").");
    }

    @Test
    void withoutAToolThereIsNone() {
        assertThat(DesktopNote.find("Linux", Map.of("PATH", folder.toString()), this::hear)).isEmpty();
        assertThat(DesktopNote.find("Linux", Map.of("PATH", "bin:."), this::hear)).as("anybody may have put something there").isEmpty();
    }
}
