package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.faultline.report.JsonReport;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** How the window itself behaves: its menu, its status bar, its messages. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class WindowMannersTest {

    /** A name in two lines, where another station has a description in two, is a pixel higher. */
    private static final Offset<Double> HARDLY_SEEN = Offset.offset(1.0);

    private record Shown(Window window, Scene scene) {
        void close() {
            OpenWindow.onUiThread(() -> {
                window.closed();
                window.window().hide();
                return true;
            });
        }
    }

    private static FakeWorld world(Look look, String language) {
        return new FakeWorld("external/healthy-home", settings -> settings.with(look).withLanguage(language).with(Consent.ACCEPTED));
    }

    private static Shown shown(FakeWorld world, int width, int height) throws Exception {
        Shown shown = OpenWindow.onUiThread(() -> {
            Stage stage = new Stage();
            Window window = world.window(stage);
            Scene scene = window.scene(width, height);
            stage.setScene(scene);
            stage.show();
            return new Shown(window, scene);
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shown.scene().lookup("#menu") != null);
        return shown;
    }

    private static List<Menu> menus(Shown shown) {
        return ((MenuBar) shown.scene().lookup("#menu")).getMenus();
    }

    /** Alt and the letter open a menu. */
    @ParameterizedTest
    @CsvSource({"en, _File _Check _Pages _Help", "de, _Datei _Prüfung _Seiten _Hilfe"})
    void eachMenuHasALetterOfItsOwn(String language, String titles) throws Exception {
        Shown shown = shown(world(Look.LIGHT, language), 1280, 800);
        assertThat(OpenWindow.onUiThread(() -> menus(shown).stream().map(MenuItem::getText).toList())).containsExactly(titles.split(" "));
        shown.close();
    }

    @Test
    void cancelIsGreyUnlessSomethingGoesOn() throws Exception {
        FakeWorld world = world(Look.LIGHT, "en");
        world.machine().hang("echo", "connect", "dns", "http", "tls", "resolve", "whoHas", "trace");
        Shown shown = shown(world, 1280, 800);
        assertThat(cancelIsGrey(shown)).as("before a check").isTrue();
        OpenWindow.onUiThread(() -> {
            shown.window().again();
            return true;
        });
        assertThat(cancelIsGrey(shown)).as("while one goes on").isFalse();
        shown.close();
    }

    private static boolean cancelIsGrey(Shown shown) {
        return OpenWindow.onUiThread(() -> {
            Menu check = menus(shown).get(1);
            check.getOnShowing().handle(new Event(Menu.ON_SHOWING));
            return check.getItems().stream().filter(item -> "item-cancel".equals(item.getId())).findFirst().orElseThrow().isDisable();
        });
    }

    /** Two lines are room enough for most; the rest can be read by pointing at it. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280, 800", "de, DARK, 1024, 700"})
    void aLongSentenceOfTheStatusBarCanBeReadInFull(String language, Look look, int width, int height) throws Exception {
        Shown shown = shown(world(look, language), width, height);
        Label status = (Label) shown.scene().lookup("#status");
        String two = "Saved report of 2026-11-26 22:54:58 UTC+1, measured by faultline 0.1.0. Nothing was measured now. This version judges the same observations alike, "
            + "and it says so in words that take more than one line of a window that is not very wide.";
        assertThat(told(shown, two)).isFalse();
        OpenWindow.onUiThread(() -> Screenshots.take(shown.scene(), "status-" + language));
        assertThat(status.getTooltip()).isNull();
        assertThat(told(shown, two.repeat(4))).isTrue();
        assertThat(OpenWindow.onUiThread(() -> status.getTooltip().getText())).isEqualTo(two.repeat(4));
        shown.close();
    }

    private static boolean told(Shown shown, String sentence) {
        return OpenWindow.onUiThread(() -> {
            shown.window().tell(sentence);
            shown.scene().getRoot().applyCss();
            shown.scene().getRoot().layout();
            return ((Label) shown.scene().lookup("#status")).isTextTruncated();
        });
    }

    /** What comes to be known of a station moves neither the strip nor what stands below it. */
    @ParameterizedTest
    @CsvSource({"en, 1280, 800", "de, 1280, 800", "de, 1024, 700"})
    void theWayOutwardKeepsItsHeightFromTheStartToTheVerdict(String language, int width, int height) throws Exception {
        Shown shown = shown(world(Look.LIGHT, language), width, height);
        double before = heightOfTheWay(shown, () -> { });
        assertThat(heightOfTheWay(shown, () -> shown.window().show(Scenario.named("external/healthy-home").report(), new Origin.Here()))).isCloseTo(before, HARDLY_SEEN);
        assertThat(heightOfTheWay(shown, () -> shown.window().show(Scenario.named("gateway/gateway-absent").report(), new Origin.Here()))).isCloseTo(before, HARDLY_SEEN);
        shown.close();
    }

    private static double heightOfTheWay(Shown shown, Runnable change) {
        return OpenWindow.onUiThread(() -> {
            change.run();
            shown.scene().getRoot().applyCss();
            shown.scene().getRoot().layout();
            return ((Region) shown.scene().lookup("#path-strip")).getHeight();
        });
    }

    private static Optional<DialogPane> dialog() {
        return javafx.stage.Window.getWindows().stream().map(open -> open.getScene().getRoot()).filter(DialogPane.class::isInstance)
            .map(DialogPane.class::cast).findFirst();
    }

    private static DialogPane messageOn(Shown shown, Path file) throws Exception {
        OpenWindow.onUiThread(() -> {
            shown.window().visited(Optional.of(file));
            return true;
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> OpenWindow.onUiThread(() -> dialog().isPresent()));
        return OpenWindow.onUiThread(() -> dialog().orElseThrow());
    }

    private static void leave(DialogPane dialog, Shown shown, String picture) {
        OpenWindow.onUiThread(() -> {
            Screenshots.take(dialog.getScene(), picture);
            ((Stage) dialog.getScene().getWindow()).close();
            return true;
        });
        shown.close();
    }

    /** Nothing went wrong with it. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 'Opened, as far as this version understands it'", "de, DARK, 'Geöffnet, soweit diese Version es versteht'"})
    void aReportOfALaterVersionIsNoProblem(String language, Look look, String head, @TempDir Path folder) throws Exception {
        String later = new String(JsonReport.write(Scenario.named("gateway/gateway-absent").report()), StandardCharsets.UTF_8).replace("faultline-report/1", "faultline-report/2");
        Shown shown = shown(world(look, language), 1280, 800);
        DialogPane dialog = messageOn(shown, Files.writeString(folder.resolve("later.faultline.json"), later));
        assertThat(dialog.getHeaderText()).isEqualTo(head);
        assertThat(dialog.getContentText()).contains("faultline-report/2");
        leave(dialog, shown, "later-" + language);
    }

    /** The reason is what one wants to read, so it hides behind nothing. */
    @ParameterizedTest
    @CsvSource({"en, DARK, 'line 1, column 12'", "de, LIGHT, ist kein Bericht"})
    void whyAFileCannotBeOpenedIsSaidAtOnce(String language, Look look, String why, @TempDir Path folder) throws Exception {
        Shown shown = shown(world(look, language), 1280, 800);
        Path file = Files.writeString(folder.resolve("broken.faultline.json"), "{\"schema\": ");
        DialogPane dialog = messageOn(shown, file);
        assertThat(dialog.getContentText()).startsWith(file.toString()).contains(why);
        assertThat(dialog.getExpandableContent()).isNull();
        leave(dialog, shown, "broken-" + language);
    }

    @Test
    void downLeadsFromTheSearchOfTheHelpToWhatItFound() throws Exception {
        Shown shown = shown(world(Look.LIGHT, "en"), 1280, 800);
        OpenWindow.onUiThread(() -> {
            shown.window().go("help");
            TextField search = (TextField) shown.scene().lookup("#help-search");
            search.requestFocus();
            search.setText("gateway-absent");
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            TreeView<?> topics = (TreeView<?>) shown.scene().lookup("#help-topics");
            assertThat(shown.scene().getFocusOwner()).isSameAs(topics);
            assertThat(topics.getSelectionModel().getSelectedItem()).isNotNull();
            return true;
        });
        shown.close();
    }
}
