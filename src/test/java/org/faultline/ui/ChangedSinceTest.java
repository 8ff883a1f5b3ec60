package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.faultline.fake.World;
import org.faultline.model.ChangedFact;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.report.JsonReport;
import org.faultline.report.ShownTime;
import org.faultline.scenario.Scenario;
import org.faultline.store.History;
import org.faultline.store.KeptDays;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.wizard.QuickCheckPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Below the evidence of a fault: what is different since the last healthy run here. And which runs are kept for that. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(900)
class ChangedSinceTest {

    @TempDir
    private Path folder;
    private Stage stage;
    private Optional<OpenWindow> open = Optional.empty();

    @Start
    private void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() {
        open.ifPresent(OpenWindow::close);
    }

    private OpenWindow open(FakeWorld world, FxRobot robot) {
        OpenWindow window = OpenWindow.of(world, stage, robot);
        open = Optional.of(window);
        return window;
    }

    private static List<String> kept(FakeWorld world) {
        return History.in(world.folders(), History.Bounds.USUAL).list().stream().map(History.Entry::code).toList();
    }

    private static Report newest(FakeWorld world) {
        History history = History.in(world.folders(), History.Bounds.USUAL);
        try {
            return history.open(history.list().getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that is opened later says what had changed by then, not what has changed since. */
    @Test
    void aRunOfTheHistoryTellsWhatHadChanged(FxRobot robot) throws Exception {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Report fault = Scenario.named("external/dns-not-configured").report();
        SinceHealthy then = new SinceHealthy(World.NOW.minusSeconds(86_400), List.of(new ChangedFact(ChangedFact.Topic.RESOLVER, List.of("192.168.1.1"), List.of())));
        History.in(world.folders(), History.Bounds.USUAL).add(fault.with(then));
        OpenWindow window = open(world, robot);
        OpenWindow.onUiThread(() -> {
            window.window().go("history");
            ((ListView<?>) window.scene().lookup("#history-runs")).getSelectionModel().clearAndSelect(0);
            return true;
        });
        window.click("history-open");
        window.until(() -> !changed(window).isEmpty(), () -> "what had changed");
        assertThat(changed(window)).containsExactly("Changed since the last healthy check in this network (" + ShownTime.here(Locale.ENGLISH).of(then.started()) + "):",
            "name server: 192.168.1.1 is gone");
        assertThat(OpenWindow.onUiThread(() -> List.of(window.words("saved-title"), window.words("status")))).containsExactly(
            "From the history: No name server is set on this computer", "Opened from the history: No name server is set on this computer");
    }

    /** Its lines, the heading first. */
    private static List<String> changed(OpenWindow window) {
        return OpenWindow.onUiThread(() -> window.scene().lookup("#changed") instanceof VBox box && box.isVisible()
            ? box.getChildren().stream().filter(Labeled.class::isInstance).map(line -> ((Labeled) line).getText()).toList() : List.<String>of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gateway/gateway-absent | LIGHT | In its settings nothing has changed since |",
        "external/dns-not-configured | LIGHT | Changed since | name server: 192.168.1.1 is gone",
        "external/dns-not-configured | DARK | Changed since | name server: 192.168.1.1 is gone"})
    void aFaultTellsWhatChangedSinceTheLastHealthyRun(String fault, Look look, String heading, String fact, FxRobot robot) {
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).with(Consent.ACCEPTED));
        OpenWindow window = open(world, robot);
        window.click("check-now").untilVerdict("No fault was found").until(() -> kept(world).size() == 1, () -> "a kept run");
        assertThat(changed(window)).as("a healthy run has nothing to explain").isEmpty();
        world.machine().play(fault);
        world.machine().later(Duration.ofHours(2));
        window.click("check").until(() -> !changed(window).isEmpty(), () -> "what changed");
        OpenWindow.onUiThread(() -> Screenshots.take(window.scene(), "changed-" + look));
        assertThat(changed(window).getFirst()).startsWith(heading).contains(ShownTime.here(Locale.ENGLISH).of(World.NOW));
        assertThat(changed(window).stream().skip(1)).containsExactlyElementsOf(Optional.ofNullable(fact).stream().toList());
        assertThat(OpenWindow.onUiThread(() -> window.window().report()).orElseThrow().sinceHealthy().orElseThrow().started()).as("part of what is saved and exported")
            .isEqualTo(World.NOW);
        window.until(() -> kept(world).size() == 2, () -> "a second kept run");
        assertThat(newest(world).sinceHealthy()).as("and of what is kept").isPresent();
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.withLanguage("de"));
            return true;
        });
        window.until(() -> !changed(window).isEmpty(), () -> "what changed, in German");
        assertThat(changed(window).getFirst()).doesNotStartWith(heading).contains(ShownTime.here(Locale.GERMAN).of(World.NOW));
    }

    @Test
    void aSavedFileIsNotKeptAndSaysNothingOfThisComputer(FxRobot robot) throws Exception {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        OpenWindow window = open(world, robot);
        OpenWindow.onUiThread(() -> {
            window.window().visited(Optional.of(saved));
            return true;
        });
        window.untilVerdict("Nobody answers at the router's address");
        window.press(javafx.scene.input.KeyCode.F5).untilVerdict("No fault was found").until(() -> !kept(world).isEmpty(), () -> "a kept run");
        assertThat(kept(world)).containsExactly("healthy");
    }

    @Test
    void whoWantsNothingKeptHasNothingKept(FxRobot robot) {
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> KeptDays.with(settings.with(Consent.ACCEPTED), 0));
        OpenWindow window = open(world, robot);
        window.click("check-now").untilVerdict("No fault was found");
        window.until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("history")), () -> "the end of keeping");
        assertThat(kept(world)).isEmpty();
    }
}
