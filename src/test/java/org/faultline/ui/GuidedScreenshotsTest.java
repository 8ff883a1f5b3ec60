package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of a guided session, to be looked at; drawn without a window. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class GuidedScreenshotsTest {

    @ParameterizedTest
    @CsvSource({
        "guided-start, external/healthy-home, en, 1280, 800, 100, ''",
        "guided-stage, external/healthy-home, en, 1280, 800, 100, 'guided-begin'",
        "guided-result, external/healthy-home, en, 1280, 800, 100, 'guided-begin guided-onward'",
        "guided-question, interface/told-cable-out-under-a-static-address, en, 1280, 800, 100, 'guided-begin guided-onward guided-onward guided-onward guided-onward guided-onward answer-connected-by-cable-yes'",
        "guided-question-200, interface/told-cable-out-under-a-static-address, en, 1024, 700, 200, 'guided-begin guided-onward guided-onward guided-onward guided-onward guided-onward answer-connected-by-cable-yes'",
        "guided-question-de, interface/told-cable-out-under-a-static-address, de, 1280, 800, 100, 'guided-begin guided-onward guided-onward guided-onward guided-onward guided-onward answer-connected-by-cable-yes'",
        "guided-verdict, interface/told-cable-out-under-a-static-address, en, 1280, 800, 100, 'guided-begin guided-onward guided-onward guided-onward guided-onward guided-onward answer-connected-by-cable-yes answer-lights-on-no guided-onward'",
        "guided-verdict-small, interface/told-cable-out-under-a-static-address, en, 1024, 700, 100, 'guided-begin guided-onward guided-onward guided-onward guided-onward guided-onward answer-connected-by-cable-yes answer-lights-on-no guided-onward'"
    })
    void picture(String name, String scenario, String language, int width, int height, int percent, String presses) throws TimeoutException {
        for (Look look : new Look[] {Look.LIGHT, Look.DARK}) {
            FakeWorld world = new FakeWorld(scenario, settings -> settings.with(look).withLanguage(language).withTextPercent(percent).with(Consent.ACCEPTED));
            Window window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> world.window(new Stage()));
            Scene scene = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                Scene made = window.scene(width, height);
                window.go("guided");
                return made;
            });
            for (String id : List.of(presses.split(" "))) {
                press(scene, id);
            }
            write(scene, "guided-note", "Desk was moved yesterday");
            write(scene, "guided-ticket", "INC-20417");
            until(scene, presses.isEmpty() ? "guided-begin" : "guided-onward");
            Path file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Screenshots.take(scene, name + (look == Look.DARK ? "-dark" : "")));
            assertThat(file).matches(Files::isRegularFile);
            WaitForAsyncUtils.waitForAsyncFx(20_000, window::closed);
        }
    }

    private static void press(Scene scene, String id) throws TimeoutException {
        if (!id.isEmpty()) {
            until(scene, id);
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> ((ButtonBase) scene.lookup("#" + id)).fire());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** A scene without a window gets no pulses, so what scrolls must be laid out by hand before it can be found. */
    private static void until(Scene scene, String id) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            scene.getRoot().applyCss();
            return scene.lookup("#" + id) != null;
        }));
    }

    private static void write(Scene scene, String id, String text) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            if (scene.lookup("#" + id) instanceof TextInputControl field) {
                field.setText(text);
            }
        });
    }
}
