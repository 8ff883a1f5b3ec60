package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faultline.store.Settings.Consent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The targets are changed in the settings: saved, left as they were, and never at the price of the report that is shown. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(900)
class TargetsEditorTest {

    private final FakeWorld world = FakeWorld.accepted("external/healthy-home");
    private OpenWindow window;

    @Start
    private void start(Stage stage) {
        window = OpenWindow.of(world, stage, new FxRobot());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private OpenWindow edit() {
        return window.press(KeyCode.F5).untilVerdict("No fault was found").press(KeyCode.SHORTCUT, KeyCode.COMMA).click("change-targets");
    }

    private Object addresses() {
        return OpenWindow.onUiThread(() -> world.around().choices().now().profile().get("addresses"));
    }

    @Test
    void savingKeepsTheReportAndChangesTheNextCheck() {
        edit().type("target-addresses-1", "192.0.2.80").click("targets-save");
        assertThat(window.shows("targets-editor")).isFalse();
        assertThat(addresses().toString()).contains("192.0.2.80");
        assertThat(window.words("status")).isEqualTo("The targets are saved; the next check uses them.");
        window.click("go-modes");
        assertThat(window.words("verdict-title")).isEqualTo("No fault was found");
    }

    @Test
    void oneIsAddedAndTheUsualOnesComeBack() {
        edit().click("target-add-addresses");
        assertThat(window.focusOwner().getId()).isEqualTo("target-addresses-6");
        window.type("target-addresses-6", "192.0.2.80");
        OpenWindow.onUiThread(() -> Screenshots.take(window.scene(), "targets-added"));
        window.click("targets-save");
        assertThat(addresses().toString()).contains("1.1.1.1", "192.0.2.80");
        window.click("change-targets");
        OpenWindow.onUiThread(() -> {
            ((ButtonBase) window.scene().lookup("#targets-usual")).fire();
            return true;
        });
        assertThat(window.shows("target-addresses-6")).isFalse();
        window.click("targets-save");
        assertThat(world.around().choices().now().profile()).doesNotContainKey("addresses");
    }

    @Test
    void escLeavesEverythingAsItWas() {
        Object before = addresses();
        edit().type("target-addresses-1", "192.0.2.80").press(KeyCode.ESCAPE);
        assertThat(window.shows("targets-editor")).isFalse();
        assertThat(window.shows("change-targets")).isTrue();
        assertThat(addresses()).isEqualTo(before);
    }

    @Test
    void whatIsNoTargetIsSaidBelowItsFieldInPlainWords() {
        edit().type("target-addresses-3", "1.2.3").click("targets-save");
        assertThat(window.shows("targets-editor")).isTrue();
        assertThat(window.words("problem-addresses-3")).isEqualTo("\"1.2.3\" is not an address. One looks like 192.0.2.7 or 2001:db8::7.");
        assertThat(window.focusOwner().getId()).isEqualTo("target-addresses-3");
        window.click("targets-cancel");
        assertThat(window.shows("change-targets")).isTrue();
    }

    @Test
    void theKeyChecksAndWhatIsEditedWaits() {
        edit();
        int before = world.machine().runs();
        window.type("target-addresses-1", "192.0.2.80").press(KeyCode.F5).until(() -> world.machine().runs() > before, () -> "a run")
            .untilVerdict("No fault was found").press(KeyCode.SHORTCUT, KeyCode.COMMA);
        assertThat(window.shows("targets-editor")).isTrue();
    }

    @Test
    void switchedOffNothingOutsideIsContactedAndTheTargetsStay() {
        Object before = addresses();
        edit().click("targets-outward").click("targets-save");
        assertThat(world.around().choices().now().consent()).isEqualTo(Consent.REFUSED);
        assertThat(addresses()).isEqualTo(before);
        assertThat(window.words("status")).isEqualTo("Saved. Nothing beyond your router is contacted.");
    }

    /** Whoever was never asked has answered by saving. */
    @Test
    void savedWithoutTheBoxBeforeAnyQuestionItIsRefused() {
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.with(Consent.UNASKED));
            return true;
        });
        window.press(KeyCode.SHORTCUT, KeyCode.COMMA).click("change-targets").click("targets-save");
        assertThat(world.around().choices().now().consent()).isEqualTo(Consent.REFUSED);
        assertThat(window.words("status")).isEqualTo("Saved. Nothing beyond your router is contacted.");
    }
}
