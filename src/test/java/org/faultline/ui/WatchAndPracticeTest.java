package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.faultline.host.Host;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercises;
import org.faultline.practice.Probing;
import org.faultline.run.Cancellation;
import org.faultline.run.Workplace;
import org.faultline.run.watch.FakeTime;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.practice.PracticePage;
import org.faultline.ui.watch.WatchPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The pages of the watch and of practice: what a person presses and sees, with pictures to be looked at. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class WatchAndPracticeTest {

    private static final int ROUNDS = 60;

    private final FakeTime time = new FakeTime();
    private volatile Host machine = Scenario.named("external/healthy-home").host();

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
    }

    private static Node find(Scene scene, String id) {
        scene.getRoot().applyCss();
        return scene.lookup("#" + id);
    }

    private static void press(Scene scene, String id) {
        onFx(() -> {
            ((ButtonBase) find(scene, id)).fire();
            return true;
        });
    }

    private static String text(Scene scene, String id) {
        return onFx(() -> ((Label) find(scene, id)).getText());
    }

    private static boolean inSight(Scene scene, String id) {
        scene.getRoot().layout();
        Node head = find(scene, id);
        double y = head.localToScene(head.getLayoutBounds()).getMinY();
        return y > 0 && y < scene.getHeight() / 2;
    }

    private static UnaryOperator<Settings> looking(Look look, String language, int percent) {
        return settings -> settings.with(look).withLanguage(language).withTextPercent(percent).with(Consent.ACCEPTED);
    }

    private static Scene shown(Stage stage, Scene scene) {
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static void picture(Scene scene, String name, Look look) {
        WaitForAsyncUtils.waitForFxEvents();
        Path file = onFx(() -> Screenshots.take(scene, name + (look == Look.DARK ? "-dark" : "")));
        assertThat(file).matches(Files::isRegularFile);
    }

    private boolean pause(Duration length, Cancellation cancellation) {
        return time.nanos() >= Duration.ofSeconds(30 * (ROUNDS - 1)).toNanos() ? cancellation.await(Duration.ofSeconds(60)) : time.pause(length, cancellation);
    }

    @ParameterizedTest
    @CsvSource({"watch, LIGHT, en, 1280, 800, 100", "watch, DARK, en, 1280, 800, 100", "watch-de-small, LIGHT, de, 1024, 700, 100"})
    void theWatchShowsAFaultComeAndGo(String name, Look look, String language, int width, int height, int percent) throws TimeoutException {
        FakeWorld world = new FakeWorld("external/healthy-home", looking(look, language, percent));
        Surroundings around = new Surroundings(world.around().choices(), world.folders(), new Workplace(() -> machine, time::instant, time::nanos),
            world.around().uiThread(), world.desktop());
        time.at(700, () -> machine = Scenario.named("gateway/gateway-unresponsive").host());
        time.at(760, () -> machine = Scenario.named("gateway/gateway-absent").host());
        time.at(940, () -> machine = Scenario.named("external/healthy-home").host());
        PageEntry entry = new PageEntry(WatchPage.ID, MaterialDesignP.PULSE, (_, frame) -> new WatchPage(around, frame, this::pause));
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> world.window(stage, List.of(entry)));
        Scene scene = onFx(() -> shown(stage, window.scene(width, height)));
        press(scene, "watch-start");
        until(() -> ((Pane) find(scene, "watch-beats")).getChildren().size() == ROUNDS);
        until(() -> ((Pane) find(scene, "watch-told")).getChildren().size() == 4);
        assertThat(text(scene, "watch-figures")).startsWith(ROUNDS + " ");
        picture(scene, name, look);
        onFx(() -> {
            world.around().choices().change(settings -> settings.withLanguage(language.equals("de") ? "en" : "de"));
            return true;
        });
        until(() -> !find(scene, "watch-stop").isDisabled());
        assertThat(text(scene, "watch-figures")).as("in another language the watch goes on").startsWith(ROUNDS + " ");
        press(scene, "watch-stop");
        assertThat(onFx(() -> find(scene, "watch-start").isDisabled())).isFalse();
        assertThat(text(scene, "watch-standing")).as("what was seen last does not look as if it still stood").startsWith(language.equals("de") ? "Not watching" : "Keine Überwachung");
        assertThat(onFx(() -> find(scene, "watch-standing").getParent().getParent().getStyleClass())).contains("quiet");
        onFx(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    /** What cannot be used is said beside its field and nothing starts; what can is remembered. */
    @ParameterizedTest
    @CsvSource({"watch-alerts, LIGHT, en, 1280, 800, 100", "watch-alerts-de, DARK, de, 1024, 700, 100"})
    void alertsAreSetUpOnThePage(String name, Look look, String language, int width, int height, int percent) throws TimeoutException {
        FakeWorld world = new FakeWorld("external/healthy-home", looking(look, language, percent));
        Surroundings around = new Surroundings(world.around().choices(), world.folders(), new Workplace(() -> machine, time::instant, time::nanos),
            world.around().uiThread(), world.desktop());
        PageEntry entry = new PageEntry(WatchPage.ID, MaterialDesignP.PULSE, (_, frame) -> new WatchPage(around, frame, this::pause));
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> world.window(stage, List.of(entry)));
        Scene scene = onFx(() -> shown(stage, window.scene(width, height)));
        assertThat(onFx(() -> ((ToggleButton) find(scene, "watch-alerts")).getText())).as("before it was pressed").isNotBlank();
        press(scene, "watch-alerts");
        picture(scene, name, look);
        Path metrics = world.folders().settings().resolve("faultline.prom");
        write(scene, "alert-webhook", "example.org/hook");
        write(scene, "alert-metrics-file", metrics.toString());
        press(scene, "watch-start");
        assertThat(text(scene, "alert-webhook-problem")).contains("https://example.org/hook");
        assertThat(onFx(() -> find(scene, "watch-start").isDisabled())).isFalse();
        assertThat(world.around().choices().now().more()).doesNotContainKey("watchAlerts");
        picture(scene, name + "-wrong", look);
        write(scene, "alert-webhook", "");
        write(scene, "alert-command", "no-such-program-anywhere --loud");
        press(scene, "watch-start");
        until(() -> text(scene, "alert-command-problem").contains("no-such-program-anywhere"));
        picture(scene, name + "-missing", look);
        write(scene, "alert-command", "");
        assertThat(text(scene, "alert-webhook-problem")).isEmpty();
        press(scene, "watch-start");
        until(() -> Files.isRegularFile(metrics) && Files.readString(metrics).contains("faultline_watch_rounds_total"));
        assertThat(world.around().choices().now().more().get("watchAlerts")).asString().contains(metrics.toString());
        onFx(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    @Test
    void alertsThatAreBeingWrittenOutlastAChangeOfTheLanguage() {
        FakeWorld world = new FakeWorld("external/healthy-home", looking(Look.LIGHT, "en", 100));
        PageEntry entry = new PageEntry(WatchPage.ID, MaterialDesignP.PULSE, WatchPage::new);
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> world.window(stage, List.of(entry)));
        Scene scene = onFx(() -> shown(stage, window.scene(1280, 800)));
        press(scene, "watch-alerts");
        press(scene, "alert-notify");
        write(scene, "alert-webhook", "https://example.org/ho");
        onFx(() -> {
            world.around().choices().change(settings -> settings.withLanguage("de"));
            return true;
        });
        assertThat(onFx(() -> ((ButtonBase) find(scene, "watch-start")).getText())).isEqualTo("Überwachung starten");
        assertThat(onFx(() -> ((TextField) find(scene, "alert-webhook")).getText())).isEqualTo("https://example.org/ho");
        assertThat(onFx(() -> ((CheckBox) find(scene, "alert-notify")).isSelected())).isTrue();
        assertThat(onFx(() -> ((ToggleButton) find(scene, "watch-alerts")).isSelected())).isTrue();
        press(scene, "alerts-done");
        assertThat(onFx(() -> ((ToggleButton) find(scene, "watch-alerts")).isSelected())).isFalse();
        assertThat(onFx(() -> ((ToggleButton) find(scene, "watch-alerts")).getText())).isEqualTo("Meldungen: 2 (ab dem nächsten Start)");
        onFx(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }

    private static void write(Scene scene, String id, String text) {
        onFx(() -> {
            ((TextField) find(scene, id)).setText(text);
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"practice, LIGHT, en, 1280, 800, 100", "practice, DARK, en, 1280, 800, 100", "practice-de-small, LIGHT, de, 1024, 700, 100",
        "practice-200, LIGHT, en, 1024, 700, 200"})
    void anExerciseIsSolvedByPressing(String name, Look look, String language, int width, int height, int percent) {
        FakeWorld world = new FakeWorld("external/healthy-home", looking(look, language, percent));
        PageEntry entry = new PageEntry(PracticePage.ID, MaterialDesignP.PULSE, PracticePage::new);
        Stage stage = onFx(Stage::new);
        Window window = onFx(() -> world.window(stage, List.of(entry)));
        Scene scene = onFx(() -> shown(stage, window.scene(width, height)));
        picture(scene, name + "-list", look);
        onFx(() -> {
            window.front().open("gateway-absent");
            return true;
        });
        Attempt attempt = Attempt.at(Exercises.open("gateway-absent"));
        Probing telling = attempt.offered().stream().filter(Probing::telling).findFirst().orElseThrow();
        press(scene, "ask-0");
        press(scene, "ask-" + attempt.offered().indexOf(telling));
        picture(scene, name + "-asking", look);
        press(scene, "name-gateway-absent");
        assertThat(text(scene, "score")).contains("95");
        assertThat(onFx(() -> inSight(scene, "score"))).as("how it went is in sight").isTrue();
        picture(scene, name + "-named", look);
        press(scene, "next");
        assertThat(text(scene, "exercise-title")).isNotEqualTo("");
        assertThat(onFx(() -> find(scene, "score"))).isNull();
        onFx(() -> {
            stage.close();
            return true;
        });
    }
}
