package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faultline.report.JsonReport;
import org.faultline.report.ShownTime;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Saved reports: dropped on the window, marked as what they are, and left again. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(900)
class SavedReportWindowTest {

    @TempDir
    private Path folder;
    private Stage stage;
    private final List<OpenWindow> open = new ArrayList<>();

    @Start
    private void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() {
        open.forEach(OpenWindow::close);
    }

    private OpenWindow open(FxRobot robot) {
        OpenWindow window = OpenWindow.of(FakeWorld.accepted("external/healthy-home"), stage, robot);
        open.add(window);
        return window;
    }

    private Dropped saved(String name) throws Exception {
        return Dropped.of(Files.write(folder.resolve(name), JsonReport.write(Scenario.named("gateway/gateway-absent").report())));
    }

    /** Seen in both looks. */
    private static void pictures(OpenWindow window, FakeWorld world) {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            OpenWindow.onUiThread(() -> {
                world.around().choices().change(settings -> settings.with(look));
                return Screenshots.take(window.scene(), "saved" + (look == Look.DARK ? "-dark" : ""));
            });
        }
    }

    private static OpenWindow drop(OpenWindow window, Dropped file) {
        assertThat(OpenWindow.<Boolean>onUiThread(() -> file.over(window.scene()))).as("taken").isTrue();
        OpenWindow.onUiThread(() -> {
            file.drop(window.scene());
            return true;
        });
        return window;
    }

    @Test
    void aDroppedReportIsShownUnderABannerThatSaysWhatItIs(FxRobot robot) throws Exception {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        OpenWindow window = OpenWindow.of(world, stage, robot);
        open.add(window);
        drop(window, saved("colleague.faultline.json")).untilVerdict("Nobody answers at the router's address");
        assertThat(window.words("saved-title")).isEqualTo("Saved report: colleague.faultline.json");
        assertThat(window.words("saved-origin")).contains(ShownTime.here(Locale.ENGLISH).of(Scenario.named("gateway/gateway-absent").report().started()), " on desk, ", "Faultline ", "Nothing was measured now");
        pictures(window, world);
        window.click("saved-back").until(() -> window.words("verdict-title").equals("Ready to check"), () -> "this computer again");
        assertThat(window.shows("saved-banner")).isFalse();
    }

    @Test
    void theWayBackLeadsToWhatThisComputerShowedBefore(FxRobot robot) throws Exception {
        OpenWindow window = open(robot);
        window.press(KeyCode.F5).untilVerdict("No fault was found");
        drop(window, saved("one.faultline.json")).untilVerdict("Nobody answers at the router's address");
        drop(window, saved("two.faultline.json")).until(() -> window.words("saved-title").endsWith("two.faultline.json"), () -> "the second report");
        window.click("saved-back").untilVerdict("No fault was found");
    }

    @Test
    void whatIsNoReportIsNotTaken(FxRobot robot) throws Exception {
        OpenWindow window = open(robot);
        Dropped text = Dropped.of(Files.writeString(folder.resolve("notes.txt"), "no report"));
        assertThat(OpenWindow.<Boolean>onUiThread(() -> text.over(window.scene()))).isFalse();
    }

    @Test
    void aRunGoesOnInAnotherLanguage(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        world.machine().hang("echo", "connect", "dns", "http", "tls", "resolve", "whoHas", "trace");
        OpenWindow window = OpenWindow.of(world, stage, robot);
        open.add(window);
        window.press(KeyCode.F5).until(() -> world.machine().runs() == 1, () -> "a run");
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.withLanguage("de"));
            return true;
        });
        window.until(() -> window.words("status").startsWith("Fertig"), () -> "the end of the run in German, not " + window.words("status"));
        assertThat(world.machine().runs()).isEqualTo(1);
        assertThat(window.window().report()).isNotEqualTo(Optional.empty());
    }
}
