package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.faultline.report.HandoverCode;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.KeptRuns;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** On every page all words can be read at small sizes and with large text, in both languages; the status bar is always there. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class PagesFitTest {

    private static final int PATIENCE_MS = 30_000;
    private static final List<String> PAGES = List.of("history", "handover", "practice", "export", "help", "settings", "watch");

    @ParameterizedTest
    @CsvSource({"en, 1024, 700, 100", "de, 1024, 700, 100", "en, 1280, 800, 200", "de, 1280, 800, 200", "de, 1024, 700, 200"})
    void nothingOfAPageIsCut(String language, int width, int height, int percent) {
        FakeWorld world = world("gateway/gateway-absent", language, percent);
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> {
            new KeptRuns(world.folders()).keep(Scenario.named("external/healthy-home").report(), world.around().choices().now());
            Window made = world.window(stage);
            shown(stage, made.scene(width, height));
            made.show(Scenario.named("gateway/gateway-absent").report(), new Origin.Here());
            return made;
        });
        for (String page : PAGES) {
            onFx(() -> {
                window.go(page);
                if (page.equals("handover")) {
                    window.front().open(HandoverCode.of(Scenario.named("gateway/gateway-absent").report()).spoken());
                }
                return page;
            });
            check(stage.getScene(), page, language, percent);
        }
        onFx(() -> {
            window.go("settings", "targets check");
            return true;
        });
        check(stage.getScene(), "targets", language, percent);
        onFx(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    /** On a screen of 1024×700 the title bar and the edges of the window take some of it. */
    @ParameterizedTest
    @CsvSource({"en, 1016, 660, 200", "de, 1016, 660, 200", "de, 1016, 660, 100"})
    void theHeadIsWholeAndTheNavigationNeedsNoBar(String language, int width, int height, int percent) {
        FakeWorld world = world("gateway/gateway-absent", language, percent);
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> {
            Window made = world.window(stage);
            shown(stage, made.scene(width, height));
            made.show(Scenario.named("gateway/gateway-absent").report(), new Origin.Here());
            return made;
        });
        for (String page : List.of("check", "guided")) {
            onFx(() -> {
                window.go(page);
                return page;
            });
            WaitForAsyncUtils.waitForFxEvents();
            Path picture = onFx(() -> Screenshots.take(stage.getScene(), "head-" + page + "-" + language + "-" + percent));
            Bounds seen = new BoundingBox(0, 0, width, height);
            assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".head .button").stream().filter(Node::isVisible).map(PagesFitTest::bounds).toList()))
                .as("buttons of the head in " + picture).isNotEmpty().allMatch(seen::contains);
            assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".rail .toggle-button").stream().map(PagesFitTest::bounds).toList()))
                .as("places of the navigation in " + picture).allMatch(place -> place.getMaxY() <= height);
        }
        onFx(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, task);
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 700, 100", "de, 1024, 700, 100", "en, 1280, 800, 200", "de, 1280, 800, 200"})
    void nothingOfAServiceIsCut(String language, int width, int height, int percent) throws TimeoutException {
        Scene scene = opened(world("service/hung-web", language, percent), width, height, "service");
        check(scene, "service-idle", language, percent);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            ((TextField) scene.lookup("#service-target")).setText("http://localhost:8080/");
            ((ButtonBase) scene.lookup("#service-ask")).fire();
        });
        until(() -> scene.lookup("#verdict-where") != null);
        check(scene, "service", language, percent);
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 700, 100", "de, 1024, 700, 100", "en, 1280, 800, 200", "de, 1280, 800, 200"})
    void nothingOfThePortsIsCut(String language, int width, int height, int percent) throws TimeoutException {
        Scene scene = opened(world("ports/exposed", language, percent), width, height, "ports");
        until(() -> ((TableView<?>) scene.lookup("#ports-table")).getItems().size() == 3);
        check(scene, "ports", language, percent);
    }

    private static FakeWorld world(String scenario, String language, int percent) {
        return new FakeWorld(scenario, settings -> settings.with(Look.LIGHT).withLanguage(language).withTextPercent(percent).with(Consent.ACCEPTED));
    }

    private static Scene opened(FakeWorld world, int width, int height, String page) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            Stage stage = new Stage();
            Window window = world.window(stage);
            Scene scene = shown(stage, window.scene(width, height));
            window.go(page);
            return scene;
        });
    }

    /** Pictures of a window that is open are those of now. */
    private static Scene shown(Stage stage, Scene scene) {
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, condition));
    }

    private static void check(Scene scene, String page, String language, int percent) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> fits(scene, page, language, percent));
    }

    private static void fits(Scene scene, String page, String language, int percent) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        String name = "fit-" + page + "-" + language + "-" + (int) scene.getWidth() + "-" + percent;
        Screenshots.take(scene, name);
        assertThat(CutTexts.in(scene.getRoot())).as("words that do not fit in " + name).isEmpty();
        assertThat(Misfits.in(scene.getRoot(), scene.getWidth(), scene.getHeight())).as(name).isEmpty();
        scene.getRoot().lookupAll(".code-told .scroll-bar").forEach(bar -> assertThat(((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL && bar.isVisible())
            .as("text to be scrolled sideways in " + name).isFalse());
        Label status = (Label) scene.lookup("#status");
        Bounds bar = status.getParent().localToScene(status.getParent().getLayoutBounds());
        assertThat(bar.getMaxY()).as("the status bar of " + name).isLessThanOrEqualTo(scene.getHeight() + 1).isGreaterThan(scene.getHeight() - 2);
        assertThat(bar.getHeight()).isGreaterThan(15);
    }
}
