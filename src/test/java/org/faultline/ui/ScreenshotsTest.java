package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Origin;
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
        "first-run, -, 1280, 800, 100", "german-least, gateway/gateway-absent, 960, 720, 100", "healthy, external/healthy-home, 1280, 800, 100",
        "gateway, gateway/gateway-absent, 1280, 800, 100", "gateway-small, gateway/gateway-absent, 1024, 700, 100",
        "gateway-large, gateway/gateway-absent, 2560, 1440, 100", "gateway-200, gateway/gateway-absent, 1024, 700, 200",
        "gateway-least, gateway/gateway-absent, 960, 720, 100", "gateway-least-node, gateway/gateway-absent, 960, 720, 100",
        "gateway-small-node, gateway/gateway-absent, 1024, 700, 100", "gateway-200-node, gateway/gateway-absent, 1280, 800, 200", "node, gateway/gateway-absent, 1280, 800, 100",
        "gateway-1366, gateway/gateway-absent, 1366, 768, 100", "interface, interface/no-carrier, 1280, 800, 100", "dns-1920, external/dns-unreachable, 1920, 1080, 100",
        "gateway-small-200-node, gateway/gateway-absent, 1024, 700, 200", "gateway-small-200-back, gateway/gateway-absent, 1024, 700, 200", "gateway-200-back, gateway/gateway-absent, 1280, 800, 200", "gateway-150-back, gateway/gateway-absent, 1280, 800, 150", "gateway-tall-node, gateway/gateway-absent, 1080, 1400, 150", "dns, external/dns-unreachable, 1280, 800, 100", "loopback, loopback-ipv4/loopback-down, 1280, 800, 100",
        "undecided, loopback-ipv4/sockets-forbidden, 1280, 800, 100", "slow, gateway/gateway-lossy, 1280, 800, 100", "german, external/captive-portal, 1024, 700, 100",
        "german-200, external/captive-portal, 1280, 800, 200"
    })
    void picture(String name, String scenario, int width, int height, int percent) {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            Path file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> draw(name, scenario, width, height, settings -> settings.with(look).withTextPercent(percent).withLanguage(name.startsWith("german") ? "de" : "en")
                .with(name.equals("first-run") ? Consent.UNASKED : Consent.ACCEPTED), look));
            assertThat(file).matches(Files::isRegularFile);
        }
    }

    /** What a person sees of pages that tell of no run. */
    @ParameterizedTest
    @CsvSource({"settings, settings, en, 1280, 800, 100", "help, help, en, 1280, 800, 100", "settings-de, settings, de, 1280, 800, 100", "help-200, help, en, 1024, 700, 200",
        "settings-200, settings, en, 1024, 700, 200", "history, history, en, 960, 720, 100", "handover, handover, en, 960, 720, 100", "export, export, en, 960, 720, 100",
        "service, service, en, 960, 720, 100", "practice, practice, en, 960, 720, 100", "first-run-de, check, de, 960, 720, 100"})
    void page(String name, String page, String language, int width, int height, int percent) {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).withTextPercent(percent).withLanguage(language)
                    .with(name.startsWith("first-run") ? Consent.UNASKED : Consent.ACCEPTED));
                Window window = world.window(new Stage());
                Scene scene = window.scene(width, height);
                window.go(page);
                Path file = Screenshots.take(scene, name + (look == Look.DARK ? "-dark" : ""));
                assertThat(CutTexts.in(scene.getRoot())).as("words that do not fit in " + file).isEmpty();
                window.closed();
                return file;
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"running, LIGHT, en", "running-dark, DARK, en", "running-de, LIGHT, de"})
    void aRun(String name, Look look, String language) throws TimeoutException {
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).withLanguage(language).with(Consent.ACCEPTED));
        world.machine().hang("echo", "connect", "dns", "http", "tls", "trace");
        Stage stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Stage());
        Window window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> world.show(stage));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            window.front().again();
            return true;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000,
            () -> stage.getScene().lookup("#time-left") instanceof Labeled left && !left.getText().isEmpty()));
        Path file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Screenshots.take(stage.getScene(), name));
        assertThat(file).matches(Files::isRegularFile);
        close(window, stage);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ''", "DARK, -dark"})
    void dialogs(Look look, String suffix) throws TimeoutException {
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).with(Consent.ACCEPTED));
        Stage stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Stage());
        Window window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> world.show(stage));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().lookup("#decision-tree") != null));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Screenshots.take(stage.getScene(), "idle" + suffix));
        dialog("about" + suffix, stage, () -> new About(world.around()).show(stage));
        dialog("error" + suffix, stage, () -> window.problem("The report colleague.faultline.json cannot be opened.",
            "colleague.faultline.json is no report that this version reads: verdict.status: \"ill\" is not one of healthy, degraded, fault, undecided"));
        dialog("question" + suffix, stage, () -> window.ask("Delete 12 of the kept checks? They cannot be brought back; reports that were saved elsewhere stay.",
            "Delete", () -> { }));
        close(window, stage);
    }

    private static void dialog(String name, Stage owner, Runnable show) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            show.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Stage dialog = javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(open -> open.getOwner() == owner).findFirst().orElseThrow();
            if (dialog.getScene().getRoot() instanceof DialogPane pane && pane.getExpandableContent() != null) {
                pane.setExpanded(true);
                dialog.sizeToScene();
            }
            Path file = Screenshots.take(dialog.getScene(), name);
            assertThat(CutTexts.in(dialog.getScene().getRoot())).as("words that do not fit in " + file).isEmpty();
            dialog.close();
            return file;
        });
    }

    private static void close(Window window, Stage stage) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    private static void fire(Scene scene, String what) {
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        scene.lookup(what).executeAccessibleAction(AccessibleAction.FIRE);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
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
            window.show(Scenario.named(scenario).report(), new Origin.Here());
        }
        if (name.endsWith("node") || name.endsWith("back")) {
            fire(scene, ".tree-box.strong-end");
            assertThat(inSight(scene, "#detail-title")).as("in sight in " + name).isTrue();
        }
        if (name.endsWith("back")) {
            fire(scene, "#detail-back");
            assertThat(inSight(scene, ".tree-box.strong-end")).as("in sight in " + name).isTrue();
        }
        Path file = Screenshots.take(scene, name + (look == Look.DARK ? "-dark" : ""));
        assertThat(CutTexts.in(scene.getRoot())).as("words that do not fit in " + file).isEmpty();
        assertThat(scenario.equals("-") || inSight(scene, "#check")).as("the last button of the head in " + file).isTrue();
        window.closed();
        return file;
    }
}
