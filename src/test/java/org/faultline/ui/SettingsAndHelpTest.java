package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faultline.report.JsonReport;
import org.faultline.scenario.Scenario;
import org.faultline.store.SafeFile;
import org.faultline.store.Settings;
import org.faultline.store.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Settings, help, menu keys and opening a file, as a person would do it. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class SettingsAndHelpTest {

    private final FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
    private Window window;

    @Start
    void start(Stage stage) {
        window = world.show(stage);
    }

    /** The keys of the menu come with it, when the first frames are on the screen. */
    @BeforeEach
    void untilWhole(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> robot.lookup("#menu").tryQuery().isPresent());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, window::closed);
    }

    @Test
    void darkAndGermanTakeEffectAtOnceAndAreKept(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        robot.clickOn("#look-dark");
        assertThat(window.window().getScene().getRoot().getStyleClass()).contains("dark");
        robot.clickOn("#language-de");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#go-settings").queryAs(Labeled.class).getText()).isEqualTo("Einstellungen");
        world.around().choices().close();
        Settings kept = new SettingsFile(world.folders()).load().settings();
        assertThat(kept.look()).isEqualTo(Settings.Look.DARK);
        assertThat(kept.language()).isEqualTo("de");
    }

    @Test
    void aLimitThatCannotBeIsMarkedAndNotKept(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        TextField field = robot.lookup("#limit-lossPercent").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("120");
        });
        robot.push(KeyCode.ENTER);
        assertThat(field.getStyleClass()).contains("wrong");
        assertThat(world.around().choices().now().profile().getOrDefault("thresholds", "")).isEqualTo("");
    }

    @Test
    void helpIsFoundByWordsAndByKey(FxRobot robot) {
        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#help-title").queryAs(Label.class).getText()).isEqualTo("How to use Faultline");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("gateway-absent");
        robot.push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#help-title").queryAs(Label.class).getText()).contains("router");
    }

    @Test
    void aReportHandedOverByASecondStartIsShown(FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("saved.faultline.json");
        SafeFile.write(file, JsonReport.write(Scenario.named("loopback-ipv4/loopback-down").report()));
        robot.interact(() -> window.visited(Optional.of(file)));
        WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS,
            () -> window.report().filter(report -> report.diagnosis().verdict().code().equals("loopback-down")).isPresent());
    }
}
