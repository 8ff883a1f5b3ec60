package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.faultline.model.Report;
import org.faultline.report.RunKind;
import org.faultline.scenario.Scenario;
import org.faultline.store.History;
import org.faultline.store.PortBaseline;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The pages of one service and of the open ports: what a person types and presses, and what they read then. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class ServicePagesTest {

    private static final long PATIENCE_MS = 30_000;

    private static List<History.Entry> kept(FakeWorld world) {
        return History.in(world.folders(), History.Bounds.USUAL).list();
    }

    private static boolean keepingEnded() {
        return Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("history"));
    }

    private static FakeWorld world(String scenario, Look look, String language) {
        return new FakeWorld(scenario, settings -> settings.with(look).withLanguage(language).with(Consent.ACCEPTED));
    }

    @ParameterizedTest
    @CsvSource({
        "service/up-web, 8080, The service localhost:8080 answers",
        "service/hung-web, http://localhost:8080/, 'The service takes connections but does not answer'",
        "service/other-family, 127.0.0.1:8080, The service listens for the other kind of address"})
    void aServiceIsAskedForAndTheVerdictStandsBesideTheTree(String scenario, String typed, String title) throws TimeoutException {
        FakeWorld world = world(scenario, Look.LIGHT, "en");
        Opened opened = open(world, "service");
        opened.type("service-target", typed).press("service-ask").until(scene -> words(scene, "verdict-title").equals(title)).until(_ -> kept(world).size() == 1);
        assertThat(kept(world)).extracting(History.Entry::service).first().asString().contains(typed.replaceFirst("^8080$", "localhost:8080"));
        assertThat(opened.picture("service-" + scenario.replaceFirst(".*/", ""))).matches(Files::isRegularFile);
        opened.close();
    }

    @Test
    void aServiceThatIsGoneTellsWhatChangedSinceItWasUp() throws TimeoutException {
        FakeWorld world = world("service/up-web", Look.LIGHT, "en");
        Opened opened = open(world, "service");
        opened.type("service-target", "8080").press("service-ask").until(_ -> kept(world).size() == 1);
        world.machine().play("service/not-running");
        world.machine().later(Duration.ofHours(2));
        opened.press("service-ask").until(scene -> scene.lookup("#changed") instanceof Pane changed && changed.isVisible());
        assertThat(opened.read("changed")).startsWith("Changed since this service was up (").contains("listening program: 127.0.0.1 (java) is gone");
        speakGerman(world);
        opened.until(scene -> scene.lookup("#changed") instanceof Pane changed && changed.isVisible());
        assertThat(opened.read("changed")).startsWith("Geändert, seit dieser Dienst erreichbar war (").contains("lauschendes Programm: 127.0.0.1 (java) ist weg");
        assertThat(opened.picture("service-changed")).matches(Files::isRegularFile);
        assertThat(kept(world)).as("another language is no other run").hasSize(2);
        opened.close();
    }

    @Test
    void aPressOnTheTreeTellsAndAnotherLeadsBack() throws TimeoutException {
        Opened opened = open(world("service/hung-web", Look.LIGHT, "en"), "service");
        opened.type("service-target", "http://localhost:8080/").press("service-ask")
            .until(scene -> words(scene, "verdict-title").equals("The service takes connections but does not answer"));
        onUiThread(() -> opened.scene().lookup(".tree-box.strong-end").executeAccessibleAction(AccessibleAction.FIRE));
        opened.until(scene -> words(scene, "detail-title").equals("The service takes connections but does not answer"));
        assertThat(opened.picture("service-detail")).matches(Files::isRegularFile);
        opened.press("detail-back").until(scene -> words(scene, "verdict-title").equals("The service takes connections but does not answer"));
        opened.close();
    }

    @Test
    void whatIsNoTargetIsRefusedBesideTheField() throws TimeoutException {
        Opened opened = open(world("service/up-web", Look.LIGHT, "en"), "service");
        opened.type("service-target", "localhost").press("service-ask")
            .until(scene -> words(scene, "service-refusal").equals("\"localhost\" has no port between 1 and 65535"));
        opened.close();
    }

    @Test
    void aPasswordInTheAddressIsNeverShownAgain() throws TimeoutException {
        Opened opened = open(world("service/up-web", Look.LIGHT, "en"), "service");
        opened.type("service-target", "http://bob:geheim@localhost:8080/").press("service-ask")
            .until(scene -> words(scene, "verdict-title").equals("The service http://localhost:8080/ answers"));
        opened.until(scene -> words(scene, "status").contains("http://localhost:8080/"));
        opened.close();
    }

    @Test
    void whatIsRefusedLeavesNoOldVerdictStanding() throws TimeoutException {
        Opened opened = open(world("service/up-web", Look.LIGHT, "en"), "service");
        opened.type("service-target", "8080").press("service-ask").until(scene -> words(scene, "verdict-title").equals("The service localhost:8080 answers"));
        opened.type("service-target", "localhost").press("service-ask").until(scene -> words(scene, "verdict-title").equals("Ask for a service"));
        opened.close();
    }

    @Test
    void ofAnotherComputerWhoseNameIsUnknownNothingIsSaidAboutThisOne() throws TimeoutException {
        Opened opened = open(world("service/name-unknown", Look.LIGHT, "en"), "service");
        opened.type("service-target", "router.lan:53").press("service-ask").until(scene -> words(scene, "verdict-title").equals("No address belongs to the name of the service"));
        assertThat(opened.picture("service-name-unknown")).matches(Files::isRegularFile);
        assertThat(opened.read("verdict")).doesNotContain("127.0.0.1", "service-").contains("router.lan", "getent ahosts router.lan");
        opened.close();
    }

    @Test
    void whatIsOpenForEverybodyStandsFirstAmongTheEvidence() throws TimeoutException {
        Opened opened = open(world("ports/shared-port", Look.LIGHT, "en"), "ports");
        opened.until(scene -> scene.lookup("#evidence") != null);
        assertThat(opened.picture("ports-harmless")).matches(Files::isRegularFile);
        assertThat(opened.read("evidence")).startsWith("tcp 0.0.0.0:8000 listens on every address of this computer");
        opened.close();
    }

    /** A list that nobody asked for stands behind a check that somebody did, and is made anew for whoever comes back. */
    @Test
    void aListOfItsOwnIsHandedOverLastAndNeverOld() throws TimeoutException {
        FakeWorld world = world("ports/exposed", Look.LIGHT, "en");
        Opened opened = open(world, "ports");
        opened.until(_ -> kept(world).size() == 1);
        int runs = world.machine().runs();
        go(opened, "help", "ports");
        opened.until(_ -> world.machine().runs() > runs).until(_ -> opened.window().front().report().isPresent());
        assertThat(kept(world)).as("the first look alone").hasSize(1);
        Report checked = Scenario.named("gateway/gateway-absent").report();
        onUiThread(() -> opened.window().show(checked, new Origin.Here()));
        go(opened, "ports");
        opened.until(_ -> opened.window().front().report().isPresent()).until(_ -> opened.window().report().filter(checked::equals).isPresent());
        opened.press("ports-list").until(_ -> opened.window().report().map(RunKind::of).filter(RunKind.PORTS::equals).isPresent());
        opened.close();
    }

    private static void go(Opened opened, String... pages) {
        Stream.of(pages).forEach(page -> onUiThread(() -> opened.window().go(page)));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, ports-exposed", "DARK, de, ports-exposed-dark-de"})
    void whatIsOpenIsListedAndWhatShouldNotBeIsMarked(Look look, String language, String name) throws TimeoutException {
        FakeWorld world = world("ports/exposed", look, language);
        Opened opened = open(world, "ports");
        opened.until(scene -> ((TableView<?>) scene.lookup("#ports-table")).getItems().size() == 3).until(_ -> kept(world).size() == 1);
        assertThat(kept(world)).extracting(History.Entry::kind).containsExactly(RunKind.PORTS);
        assertThat(opened.lines("ports-advice")).isEqualTo(2);
        assertThat(opened.picture(name)).matches(Files::isRegularFile);
        opened.close();
    }

    /** A port that answers though no program is listed: only the scan finds it. */
    @ParameterizedTest
    @CsvSource({"LIGHT, de, ports-scan-de", "DARK, en, ports-scan-dark"})
    void aScanTellsWhatTheListDoesNot(Look look, String language, String name) throws TimeoutException {
        Opened opened = open(world("ports/scan-unlisted", look, language), "ports");
        opened.until(scene -> !words(scene, "verdict-title").isEmpty()).press("ports-scan").until(scene -> words(scene, "verdict-where").contains("port-unlisted")
            || scene.lookup("#verdict-title") instanceof Labeled title && title.getText().matches(".*(no program|kein Programm).*"));
        assertThat(opened.picture(name)).matches(Files::isRegularFile);
        opened.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, about \\d s left", "DARK, de, noch etwa \\d s"})
    void aScanThatTakesLongTellsHowLong(Look look, String language, String left) throws TimeoutException {
        FakeWorld world = world("ports/scan-unlisted", look, language);
        Opened opened = open(world, "ports");
        opened.until(scene -> !words(scene, "verdict-title").isEmpty() && scene.lookup("#progress-bar") == null);
        world.machine().hang("scan");
        opened.press("ports-scan").until(scene -> words(scene, "time-left").matches(left));
        assertThat(opened.picture("ports-busy-" + language)).matches(Files::isRegularFile);
        onUiThread(() -> opened.window().front().cancel());
        opened.until(scene -> scene.lookup("#progress-bar") == null && keepingEnded());
        assertThat(kept(world)).as("the list, and not the scan that was cancelled").hasSize(1);
        opened.close();
    }

    @Test
    void whatIsUsualIsSaved() throws TimeoutException {
        FakeWorld world = world("ports/exposed", Look.LIGHT, "en");
        Opened opened = open(world, "ports");
        opened.until(scene -> ((TableView<?>) scene.lookup("#ports-table")).getItems().size() == 3).press("ports-save");
        Path file = PortBaseline.usual(world.folders());
        WaitForAsyncUtils.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS, () -> Files.exists(file));
        assertThat(PortBaseline.read(file)).containsExactlyInAnyOrder("tcp 0.0.0.0:6379", "tcp [::]:9229", "tcp 127.0.0.1:5432");
        opened.close();
    }

    /** New in its own row, gone below the list. */
    @ParameterizedTest
    @CsvSource({"LIGHT, en, ports-fresh, new, Gone since the list was saved: tcp 127.0.0.1:25", "DARK, de, ports-fresh-dark-de, neu, 'Verschwunden, seit die Liste gespeichert wurde: tcp 127.0.0.1:25'"})
    void whatIsNewOrGoneSinceTheListWasSavedIsMarkedInTheList(Look look, String language, String name, String fresh, String gone) throws Exception {
        FakeWorld world = world("ports/exposed", look, language);
        PortBaseline.save(PortBaseline.usual(world.folders()), Set.of("tcp 0.0.0.0:6379", "tcp 127.0.0.1:5432", "tcp 127.0.0.1:25"));
        Opened opened = open(world, "ports");
        opened.until(_ -> opened.lines("ports-notes") == 1);
        assertThat(opened.picture(name)).matches(Files::isRegularFile);
        TableView<?> table = (TableView<?>) opened.scene().lookup("#ports-table");
        assertThat(IntStream.range(0, 3).mapToObj(row -> table.getColumns().getFirst().getCellData(row).toString()))
            .containsExactlyInAnyOrder("tcp 127.0.0.1:5432", "tcp 0.0.0.0:6379", "tcp [::]:9229 · " + fresh);
        assertThat(opened.read("ports-notes")).isEqualTo(gone);
        opened.close();
    }

    @Test
    void aScanThatAgreesWithTheListSaysSo() throws TimeoutException {
        Opened opened = open(world("ports/scan-agrees", Look.LIGHT, "en"), "ports");
        opened.until(_ -> opened.lines("ports-notes") == 0 && !opened.read("verdict-title").isEmpty()).press("ports-scan").until(_ -> opened.lines("ports-notes") == 1);
        assertThat(opened.read("ports-notes")).isEqualTo("All 65,535 TCP ports of 127.0.0.1, ::1 were tried: what answers there is as the list says.");
        assertThat(opened.picture("ports-scan-agrees")).matches(Files::isRegularFile);
        opened.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, service-backlog", "DARK, de, service-backlog-dark-de"})
    void picturesToBeLookedAt(Look look, String language, String name) throws TimeoutException {
        Opened opened = open(world("service/backlog-full", look, language), "service");
        opened.type("service-target", "8080").press("service-ask").until(scene -> !words(scene, "verdict-where").isEmpty());
        assertThat(opened.picture(name)).matches(Files::isRegularFile);
        opened.close();
    }

    private static void speakGerman(FakeWorld world) {
        onUiThread(() -> world.around().choices().change(settings -> settings.withLanguage("de")));
    }

    @Test
    void whatAServiceSaidIsToldInTheOtherLanguage() throws TimeoutException {
        FakeWorld world = world("service/up-web", Look.LIGHT, "en");
        Opened opened = open(world, "service");
        opened.type("service-target", "8080").press("service-ask").until(scene -> words(scene, "verdict-title").equals("The service localhost:8080 answers"));
        int runs = world.machine().runs();
        speakGerman(world);
        opened.until(scene -> words(scene, "verdict-title").equals("Der Dienst localhost:8080 antwortet"));
        assertThat(opened.field("service-target")).isEqualTo("8080");
        assertThat(world.machine().runs()).isEqualTo(runs);
        opened.type("service-target", "localhost").press("service-ask").until(scene -> !words(scene, "service-refusal").isEmpty());
        opened.close();
    }

    @Test
    void aQuestionToAServiceGoesOnInTheOtherLanguage() throws TimeoutException {
        FakeWorld world = world("service/up-web", Look.LIGHT, "en");
        world.machine().hang("converse");
        Opened opened = open(world, "service");
        opened.type("service-target", "8080").press("service-ask");
        speakGerman(world);
        opened.until(scene -> words(scene, "verdict-title").equals("localhost:8080 wird gefragt…"));
        world.machine().hang();
        opened.press("service-ask").until(scene -> words(scene, "service-ask").equals("Fragen"));
        opened.close();
    }

    @Test
    void whatIsOpenIsToldInTheOtherLanguage() throws TimeoutException {
        FakeWorld world = world("ports/exposed", Look.LIGHT, "en");
        Opened opened = open(world, "ports");
        opened.until(scene -> ((TableView<?>) scene.lookup("#ports-table")).getItems().size() == 3);
        int runs = world.machine().runs();
        speakGerman(world);
        opened.until(scene -> words(scene, "verdict-title").equals("Etwas meist Lokales steht anderen Computern offen"));
        assertThat(opened.lines("ports-advice")).isEqualTo(2);
        assertThat(world.machine().runs()).isEqualTo(runs);
        opened.close();
    }

    private record Opened(Window window, Scene scene) {

        Opened type(String id, String text) {
            onUiThread(() -> ((TextField) scene.lookup("#" + id)).setText(text));
            return this;
        }

        Opened press(String id) throws TimeoutException {
            until(shown -> shown.lookup("#" + id) != null);
            onUiThread(() -> ((ButtonBase) scene.lookup("#" + id)).fire());
            return this;
        }

        Opened until(Predicate<Scene> condition) throws TimeoutException {
            WaitForAsyncUtils.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return condition.test(scene);
            }));
            return this;
        }

        /** All words below the node of this id, in their order. */
        String read(String id) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> read(scene.lookup("#" + id)).collect(Collectors.joining("\n")));
        }

        private static Stream<String> read(Node node) {
            return switch (node) {
                case Labeled labeled -> Stream.of(labeled.getText());
                case ScrollPane scroll -> read(scroll.getContent());
                case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(Opened::read);
                default -> Stream.empty();
            };
        }

        String field(String id) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> ((TextField) scene.lookup("#" + id)).getText());
        }

        long lines(String id) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> ((Pane) scene.lookup("#" + id)).getChildren().size());
        }

        Path picture(String name) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> Screenshots.take(scene, name));
        }

        void close() {
            onUiThread(window::closed);
        }
    }

    private static Opened open(FakeWorld world, String page) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            Window window = world.window(new Stage());
            Scene scene = window.scene(1280, 800);
            window.go(page);
            return new Opened(window, scene);
        });
    }

    private static void onUiThread(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String words(Scene scene, String id) {
        return scene.lookup("#" + id) instanceof Labeled label ? label.getText() : "";
    }
}
