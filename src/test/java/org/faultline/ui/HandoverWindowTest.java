package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.faultline.model.Report;
import org.faultline.report.HandoverCode;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.Redaction;
import org.faultline.scenario.Scenario;
import org.faultline.store.History;
import org.faultline.store.PortBaseline;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Origin;
import org.faultline.ui.redaction.RedactionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Handing over, the history and the preview of a redaction, as a person sees them; the picture is read by a stock scanner. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class HandoverWindowTest {

    private static final Report FAULT = Scenario.named("gateway/gateway-absent").report();
    private static final Report HEALTHY = Scenario.named("external/healthy-home").report();

    private static FakeWorld world(Look look) {
        return new FakeWorld("gateway/gateway-absent", settings -> settings.with(look).with(Consent.ACCEPTED));
    }

    private record Shown(Window window, Scene scene) {
        @SuppressWarnings("unchecked") // each test knows what it looks up
        <T> T find(String id) {
            return (T) scene.getRoot().lookup("#" + id);
        }
    }

    private static Shown page(FakeWorld world, String page, int width, int height) {
        Stage stage = new Stage();
        Window window = world.window(stage);
        Scene scene = window.scene(width, height);
        stage.setScene(scene);
        window.show(FAULT, new Origin.Here());
        window.go(page);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return new Shown(window, scene);
    }

    @ParameterizedTest
    @EnumSource(value = Look.class, names = {"LIGHT", "DARK"})
    void aScannerReadsThePictureFromTheScreen(Look look) throws Exception {
        Path picture = OpenWindow.onUiThread(() -> {
            Shown shown = page(world(look), "handover", 1280, 800);
            assertThat(shown.<Label>find("spoken-code").getText()).isEqualTo(HandoverCode.of(FAULT).spoken());
            Path file = Screenshots.take(shown.scene(), "handover-" + look.name().toLowerCase(java.util.Locale.ROOT));
            shown.window().closed();
            return file;
        });
        assumeTrue(Path.of("/usr/bin/zbarimg").toFile().canExecute(), "SKIPPED: zbarimg is not installed (package zbar-tools)");
        assertThat(scanned(picture)).isEqualTo(HandoverCode.of(Redaction.of(FAULT).report()).qr());
    }

    private static String scanned(Path picture) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text;
    }

    @Test
    void aCodeThatIsReadOutTellsItsVerdictAndAWrongOneItsGroup() {
        String code = HandoverCode.of(FAULT).spoken();
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1280, 800);
            shown.window().go("handover", code.toLowerCase(java.util.Locale.ROOT));
            assertThat(told(shown, "#verdict-title")).isEqualTo("Nobody answers at the router's address");
            Screenshots.take(shown.scene(), "handover-opened");
            char wrong = code.charAt(5) == 'A' ? 'B' : 'A';
            shown.window().go("handover", code.substring(0, 5) + wrong + code.substring(6));
            assertThat(shown.<Label>find("code-problem").getText()).contains("group 2");
            assertThat(shown.<Node>find("code-told").isVisible()).isFalse();
            Screenshots.take(shown.scene(), "handover-wrong");
            shown.window().closed();
            return true;
        });
    }

    private static String told(Shown shown, String selector) {
        return ((Label) shown.<Node>find("code-told").lookup(selector)).getText();
    }

    private static List<String> words(Node within) {
        return within.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList();
    }

    /** The way outward, the verdict, the steps, what was left open and the facts, as of a report; nothing of it is cut. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280, 800, 100", "de, DARK, 1024, 700, 100", "en, DARK, 1280, 800, 200", "de, LIGHT, 1024, 700, 200"})
    void whatAPictureSaysIsShownAsAReportIs(String language, Look look, int width, int height, int percent) {
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).withLanguage(language).withTextPercent(percent).with(Consent.ACCEPTED));
        boolean english = language.equals("en");
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "handover", width, height);
            shown.window().go("handover", HandoverCode.of(FAULT).qr());
            shown.scene().getRoot().applyCss();
            shown.scene().getRoot().layout();
            picture(shown, "code-" + language + "-" + width + "-" + percent);
            Node told = shown.find("code-told");
            assertThat(told.lookup("#path-strip #station-gateway").getStyleClass()).contains("fault");
            assertThat(told.lookup("#path-strip #station-external").getStyleClass()).contains("quiet");
            assertThat(told(shown, "#verdict-title")).isEqualTo(english ? "Nobody answers at the router's address" : "Unter der Adresse des Routers antwortet niemand");
            assertThat(told.lookupAll(".step")).as("what to do").isNotEmpty();
            assertThat(words(told.lookup("#code-more"))).contains(english ? "Name server: 192.168.1.1" : "Namensserver: 192.168.1.1");
            assertThat(told(shown, "#code-origin")).contains(english ? "A code holds no observations" : "Ein Code enthält keine Beobachtungen");
            shown.window().closed();
            return true;
        });
    }

    /** Breaks of lines and marks that turn the reading about are shown, and do nothing. */
    @Test
    void theTextsOfACodeThatSomebodyMadeAreShownAsTheyAre() {
        String made = new String(JsonReport.write(FAULT), StandardCharsets.UTF_8).replace("\"enp3s0\"", "\"eth0\\nup\\u202e\"");
        Report odd = JsonReportReader.read(made.getBytes(StandardCharsets.UTF_8));
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1280, 800);
            shown.window().go("handover", HandoverCode.of(odd).qr());
            Screenshots.take(shown.scene(), "code-odd");
            assertThat(words(shown.find("code-told"))).noneMatch(text -> text.contains("\n") || text.contains("\u202e"))
                .contains("Adapter: eth0\\nup\\u202e", "eth0\\nup\\u202e");
            shown.window().closed();
            return true;
        });
    }

    /** No other reason is known than that nothing could be measured: nothing is blamed for it, and it is told. */
    @Test
    void whatCouldNotBeMeasuredIsToldOfACode() {
        Report unmeasured = Scenario.named("loopback-ipv4/icmp-not-permitted").report();
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1280, 800);
            shown.window().go("handover", HandoverCode.of(unmeasured).qr());
            Screenshots.take(shown.scene(), "code-left-open");
            assertThat(words(shown.<Node>find("code-told").lookup("#code-more"))).contains("Left open");
            List<Bounds> stations = shown.<Node>find("code-told").lookupAll(".station .word").stream().map(word -> word.localToScene(word.getBoundsInLocal())).toList();
            assertThat(stations).hasSize(5).allMatch(one -> stations.stream().noneMatch(other -> other != one && other.intersects(one)), "stands for itself");
            shown.window().closed();
            return true;
        });
    }

    /** Neither has stations on a way outward. */
    @Test
    void aCodeOfThePortsShowsNoWayOutward() {
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1280, 800);
            shown.window().go("handover", HandoverCode.of(Scenario.named("ports/exposed").report()).spoken());
            Screenshots.take(shown.scene(), "code-ports");
            assertThat(shown.<Node>find("code-told").lookup("#path-strip").isVisible()).isFalse();
            shown.window().closed();
            return true;
        });
    }

    /** Else the verdict on somebody else's network would stand there as if it were this one's. */
    @Test
    void aCodeInTheTreeIsMarkedAsOneAndIsNotComparedWithThisComputer() {
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1280, 800);
            shown.window().go("handover", HandoverCode.of(HEALTHY).spoken());
            shown.<Button>find("code-tree").fire();
            assertThat(shown.<Label>find("saved-title").getText()).isEqualTo("From a handover code");
            assertThat(shown.<Label>find("saved-origin").getText()).startsWith("Checked by Faultline ").contains("the code does not say when");
            assertThat(shown.<Label>find("status").getText()).isEqualTo("Opened a handover code");
            assertThat(shown.<Button>find("check").getText()).isEqualTo("Check now");
            Screenshots.take(shown.scene(), "code-in-tree");
            shown.<Button>find("saved-back").fire();
            assertThat(shown.<Label>find("verdict-title").getText()).isEqualTo("Nobody answers at the router's address");
            shown.window().closed();
            return true;
        });
    }

    @Test
    void aRunThatIsKeptMeanwhileComesIntoTheList() throws Exception {
        FakeWorld world = world(Look.LIGHT);
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", 1280, 800);
            ListView<History.Entry> runs = shown.find("history-runs");
            assertThat(runs.getItems()).isEmpty();
            History.in(world.folders(), History.Bounds.USUAL).add(HEALTHY);
            shown.window().front().runKept();
            assertThat(runs.getItems()).hasSize(1);
            shown.window().closed();
            return true;
        });
    }

    @Test
    void twoRunsOfTheHistoryAreCompared() throws Exception {
        FakeWorld world = world(Look.LIGHT);
        History history = History.in(world.folders(), History.Bounds.USUAL);
        history.add(HEALTHY);
        history.add(new Report(FAULT.toolVersion(), FAULT.started().plus(Duration.ofHours(1)), FAULT.elapsed(), FAULT.machine(), FAULT.diagnosis(), FAULT.observations()));
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", 1280, 800);
            ListView<History.Entry> runs = shown.find("history-runs");
            assertThat(runs.getItems()).extracting(History.Entry::code).containsExactly("gateway-absent", "healthy");
            runs.getSelectionModel().selectAll();
            assertThat(shown.<TextArea>find("history-comparison").getText()).contains("before").contains("healthy").contains("gateway-absent");
            Screenshots.take(shown.scene(), "history");
            runs.getSelectionModel().clearAndSelect(0);
            press(runs, KeyCode.DELETE);
            answer(ButtonData.CANCEL_CLOSE);
            Button deleteAll = shown.find("history-delete-all");
            deleteAll.fire();
            answer(ButtonData.CANCEL_CLOSE);
            assertThat(history.list()).as("kept after all").hasSize(2);
            deleteAll.fire();
            answer(ButtonData.OK_DONE);
            assertThat(runs.getItems()).isEmpty();
            shown.window().closed();
            return true;
        });
        assertThat(history.list()).isEmpty();
    }

    /** The saved list of open ports lies beside the history, and guided sessions have a page of their own. */
    @Test
    void whoDeletesAllIsToldWhatStays() throws Exception {
        FakeWorld world = world(Look.LIGHT);
        History.in(world.folders(), History.Bounds.USUAL).add(FAULT);
        Path baseline = PortBaseline.usual(world.folders());
        PortBaseline.save(baseline, Set.of("tcp 127.0.0.1:5432"));
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", 1280, 800);
            shown.<Button>find("history-delete-all").fire();
            assertThat(dialog().getContentText()).startsWith("Delete this check?").contains("The saved list of open ports is no check and stays (" + baseline + ").")
                .doesNotContain("Guided sessions");
            Screenshots.take(dialog().getScene(), "history-delete-all");
            answer(ButtonData.CANCEL_CLOSE);
            shown.<ListView<History.Entry>>find("history-runs").getSelectionModel().clearAndSelect(0);
            shown.<Button>find("history-delete").fire();
            assertThat(dialog().getContentText()).as("one of them").doesNotContain("open ports");
            answer(ButtonData.CANCEL_CLOSE);
            shown.window().closed();
            return true;
        });
    }

    private static void press(Node where, KeyCode key) {
        where.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** What came out is told in words; the code stands small below. */
    @Test
    void aLineOfTheHistorySaysWhatWasWrongAndOpensByEnter() throws Exception {
        FakeWorld world = world(Look.LIGHT);
        History.in(world.folders(), History.Bounds.USUAL).add(FAULT);
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", 1280, 800);
            ListView<History.Entry> runs = shown.find("history-runs");
            shown.scene().getRoot().layout();
            assertThat(runs.lookupAll(".history-line .label")).extracting(label -> ((Label) label).getText())
                .contains("Nobody answers at the router's address", "fault · gateway-absent");
            runs.getSelectionModel().clearAndSelect(0);
            press(runs, KeyCode.ENTER);
            assertThat(runs.getScene()).as("another page is in front").isNull();
            shown.window().closed();
            return true;
        });
    }

    private static Report at(String scenario, int hours) {
        Report report = Scenario.named(scenario).report();
        return new Report(report.toolVersion(), FAULT.started().plus(Duration.ofHours(hours)), report.elapsed(), report.machine(), report.diagnosis(), report.observations());
    }

    private static void choose(ListView<History.Entry> runs, int... lines) {
        runs.getSelectionModel().clearSelection();
        for (int line : lines) {
            runs.getSelectionModel().select(line);
        }
    }

    /** The newest first: the ports twice, one service twice, the way outward. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280, 800, ''", "de, DARK, 1024, 700, -de"})
    void aRunOfAServiceAndOneOfThePortsAreToldAsWhatTheyAre(String language, Look look, int width, int height, String suffix) throws Exception {
        boolean english = language.equals("en");
        FakeWorld world = new FakeWorld("gateway/gateway-absent", settings -> settings.with(look).withLanguage(language).with(Consent.ACCEPTED));
        History history = History.in(world.folders(), History.Bounds.USUAL);
        List<String> scenarios = List.of("external/healthy-home", "gateway/gateway-absent", "service/up-web", "service/not-running", "ports/quiet-desk", "ports/exposed");
        for (int hour = 0; hour < scenarios.size(); hour++) {
            history.add(at(scenarios.get(hour), hour));
        }
        IntFunction<String> picture = number -> "history-kinds-" + number + suffix;
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", width, height);
            assertThat(picture(shown, picture.apply(0)).<ListView<?>>find("history-runs").lookupAll(".history-line .label")).extracting(label -> ((Label) label).getText()).contains(english
                ? new String[] {"The service localhost:8080 answers", "Nobody listens for the service localhost:8080", "Open ports: no fault was found", "healthy · open ports"}
                : new String[] {"Der Dienst localhost:8080 antwortet", "Für den Dienst localhost:8080 lauscht niemand", "Offene Ports: keine Störung gefunden"});
            shown.window().closed();
            assertThat(compared(page(world, "history", width, height), picture.apply(1), 0, 1))
                .contains(english ? "open port: tcp 0.0.0.0:6379 is new" : "offener Port: tcp 0.0.0.0:6379 ist neu");
            assertThat(compared(page(world, "history", width, height), picture.apply(2), 2, 3))
                .contains(english ? "listening program: 127.0.0.1 (java) is gone" : "lauschendes Programm: 127.0.0.1 (java) ist weg");
            assertThat(compared(page(world, "history", width, height), picture.apply(3), 1, 5))
                .contains(english ? "cannot be compared" : "nicht vergleichen").doesNotContain("6379");
            Shown ports = opened(page(world, "history", width, height), picture.apply(4), 0);
            assertThat(ports.<TableView<?>>find("ports-table").getItems()).hasSize(3);
            assertThat(ports.<Label>find("saved-title").getText()).isEqualTo(english ? "From the history: Something usually local is open to other computers" : "Aus dem Verlauf: Etwas meist Lokales steht anderen Computern offen");
            Shown service = opened(page(world, "history", width, height), picture.apply(5), 2);
            assertThat(service.<Node>find("path-strip").getParent().isVisible()).as("five stations that nobody asked for").isFalse();
            return true;
        });
    }

    /** The way outward is not in the window then, and hears of no other size. */
    @Test
    void aReportOfThePortsIsLaidOutByTheSizeThatTheTextHasNow() throws Exception {
        FakeWorld world = new FakeWorld("gateway/gateway-absent", settings -> settings.with(Look.LIGHT).withLanguage("en").with(Consent.ACCEPTED));
        History.in(world.folders(), History.Bounds.USUAL).add(at("ports/exposed", 1));
        OpenWindow.onUiThread(() -> {
            Shown ports = opened(page(world, "history", 1280, 800), "history-ports-size", 0);
            Region verdict = ports.find("verdict");
            assertThat(verdict.getWidth()).as("beside the table").isLessThan(600);
            ports.scene().getRoot().setStyle("-fx-font-size: 26px;");
            ports.scene().getRoot().applyCss();
            ports.scene().getRoot().layout();
            assertThat(verdict.getWidth()).as("below each other, now that the text is twice as large").isGreaterThan(700);
            return true;
        });
    }

    private static Shown picture(Shown shown, String name) {
        Path file = Screenshots.take(shown.scene(), name);
        assertThat(CutTexts.in(shown.scene().getRoot())).as("words that do not fit in " + file).isEmpty();
        return shown;
    }

    private static Shown opened(Shown shown, String name, int run) {
        choose(shown.find("history-runs"), run);
        press(shown.find("history-runs"), KeyCode.ENTER);
        shown.scene().getRoot().applyCss();
        shown.scene().getRoot().layout();
        picture(shown, name);
        shown.window().closed();
        return shown;
    }

    /** In one line, without the breaks that fit the window. */
    private static String compared(Shown shown, String name, int... runs) {
        choose(shown.find("history-runs"), runs);
        String told = picture(shown, name).<TextArea>find("history-comparison").getText().replaceAll("\\s+", " ");
        shown.window().closed();
        return told;
    }

    /** A toolkit would speak the language of the system. */
    @Test
    void aMessageSpeaksTheLanguageOfTheWindow() {
        FakeWorld world = new FakeWorld("gateway/gateway-absent", settings -> settings.withLanguage("de").with(Consent.ACCEPTED));
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world, "history", 1280, 800);
            shown.window().problem("Das ging nicht.", "Warum es nicht ging.");
            Stage dialog = javafx.stage.Window.getWindows().stream().filter(open -> open.getScene().getRoot() instanceof DialogPane).map(Stage.class::cast).findFirst().orElseThrow();
            Hyperlink details = (Hyperlink) dialog.getScene().getRoot().lookup(".details-button");
            assertThat(dialog.getTitle()).isEqualTo("Faultline");
            assertThat(details.getText()).isEqualTo("Einzelheiten zeigen");
            details.fire();
            assertThat(details.getText()).isEqualTo("Einzelheiten verbergen");
            Screenshots.take(dialog.getScene(), "message-de");
            dialog.close();
            shown.window().closed();
            return true;
        });
    }

    private static DialogPane dialog() {
        return javafx.stage.Window.getWindows().stream().map(open -> open.getScene().getRoot()).filter(DialogPane.class::isInstance)
            .map(DialogPane.class::cast).findFirst().orElseThrow();
    }

    private static void answer(ButtonData data) {
        DialogPane dialog = dialog();
        ButtonType type = dialog.getButtonTypes().stream().filter(button -> button.getButtonData() == data).findFirst().orElseThrow();
        ((Button) dialog.lookupButton(type)).fire();
    }

    @Test
    void thePreviewShowsTheOldStruckThroughAndTheTokenBehindIt() {
        OpenWindow.onUiThread(() -> {
            Shown shown = page(world(Look.LIGHT), "handover", 1000, 700);
            RedactionView preview = new RedactionView(java.util.Locale.ENGLISH);
            preview.show(Redaction.of(FAULT));
            shown.scene().setRoot(new javafx.scene.layout.StackPane(preview));
            shown.scene().getRoot().getStyleClass().add("root");
            Screenshots.take(shown.scene(), "redaction");
            assertThat(shown.<Label>find("redaction-count").getText()).matches("\\d+ private things, replaced \\d+ times");
            assertThat(shown.<ListView<?>>find("redaction-passages").getItems()).isNotEmpty();
            shown.window().closed();
            return true;
        });
    }
}
