package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the main states in both looks and at several sizes, to be looked at; drawn without a window. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class ScreenshotsTest {

    @ParameterizedTest
    @CsvSource({
        "first-run, -, 1280, 800, 100", "idle, -, 1280, 800, 100", "healthy, external/healthy-home, 1280, 800, 100",
        "gateway, gateway/gateway-absent, 1280, 800, 100", "gateway-small, gateway/gateway-absent, 1024, 700, 100",
        "gateway-large, gateway/gateway-absent, 2560, 1440, 100", "gateway-200, gateway/gateway-absent, 1024, 700, 200",
        "gateway-least, gateway/gateway-absent, 960, 720, 100", "gateway-least-node, gateway/gateway-absent, 960, 720, 100",
        "gateway-small-node, gateway/gateway-absent, 1024, 700, 100", "gateway-200-node, gateway/gateway-absent, 1280, 800, 200", "node, gateway/gateway-absent, 1280, 800, 100",
        "gateway-1366, gateway/gateway-absent, 1366, 768, 100", "interface, interface/no-carrier, 1280, 800, 100", "dns-1920, external/dns-unreachable, 1920, 1080, 100",
        "gateway-small-200-node, gateway/gateway-absent, 1024, 700, 200", "dns, external/dns-unreachable, 1280, 800, 100", "loopback, loopback-ipv4/loopback-down, 1280, 800, 100",
        "slow, gateway/gateway-lossy, 1280, 800, 100", "german, external/captive-portal, 1024, 700, 100",
        "german-200, external/captive-portal, 1280, 800, 200"
    })
    void picture(String name, String scenario, int width, int height, int percent) {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            Path file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> draw(name, scenario, width, height, settings -> settings.with(look).withTextPercent(percent).withLanguage(name.startsWith("german") ? "de" : "en")
                .with(name.equals("first-run") ? Consent.UNASKED : Consent.ACCEPTED), look));
            assertThat(file).matches(Files::isRegularFile);
        }
    }

    private static boolean inSight(Scene scene, String what) {
        Node node = scene.lookup(what);
        return new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()).contains(node.localToScene(node.getLayoutBounds()));
    }

    private static Path draw(String name, String scenario, int width, int height, UnaryOperator<Settings> settings, Look look) {
        FakeWorld world = new FakeWorld(scenario.equals("-") ? "external/healthy-home" : scenario, settings);
        Window window = world.window(new Stage());
        Scene scene = window.scene(width, height);
        if (!scenario.equals("-")) {
            window.show(Scenario.named(scenario).report(), Optional.empty());
        }
        if (name.endsWith("node")) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.lookup(".tree-box.strong-end").executeAccessibleAction(AccessibleAction.FIRE);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(List.of(inSight(scene, ".tree-box.strong-end"), inSight(scene, "#detail-title"))).as("in sight in " + name).containsOnly(true);
        }
        Path file = Screenshots.take(scene, name + (look == Look.DARK ? "-dark" : ""));
        assertThat(CutTexts.in(scene.getRoot())).as("words that do not fit in " + file).isEmpty();
        window.closed();
        return file;
    }
}
