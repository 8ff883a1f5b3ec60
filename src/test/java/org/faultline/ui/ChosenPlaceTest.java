package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever place of the tree is chosen, at any size of window and text: it is told about, and it stands whole before the eye, at once or after one press. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class ChosenPlaceTest {

    private static final double ROUNDED = 1.5;
    private static final int CHOSEN = 6;

    @ParameterizedTest
    @CsvSource({
        "gateway/gateway-absent, 1024, 700, en", "gateway/gateway-absent, 1280, 800, de", "gateway/gateway-absent, 2560, 1440, en", "gateway/gateway-absent, 960, 720, de", "gateway/gateway-absent, 1080, 1400, en",
        "loopback-ipv4/loopback-down, 1024, 700, de", "loopback-ipv4/loopback-down, 1280, 800, en", "loopback-ipv4/loopback-down, 2560, 1440, en",
        "external/dns-unreachable, 1024, 700, en", "external/dns-unreachable, 1280, 800, de", "external/dns-unreachable, 2560, 1440, de",
        "external/healthy-home, 1024, 700, en", "external/healthy-home, 1280, 800, en", "external/healthy-home, 2560, 1440, de"
    })
    void theChosenPlaceIsWholeInSight(String scenario, int width, int height, String language) {
        for (int percent : new int[] {100, 150, 200}) {
            String what = String.join(" ", scenario, width + "x" + height, language, percent + " %");
            inWindow(scenario, width, height, language, percent, (_, scene) -> {
                List<String> places = places(scene);
                assertThat(places).as(what).isNotEmpty();
                places.forEach(place -> choose(scene, place, what + " " + place));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 960, 720", "de, 960, 720", "en, 1024, 700", "de, 1024, 700", "de, 1280, 800"})
    void theToolsStayInsideTheirCardWhileOneSearches(String language, int width, int height) {
        for (int percent : new int[] {100, 150, 200}) {
            inWindow("gateway/gateway-absent", width, height, language, percent, (_, scene) -> {
                toolsInside(scene, language + " " + width + " " + percent);
                press(scene, scene.lookup("#tree-find"));
                assertThat(scene.getFocusOwner().getId()).isEqualTo("tree-search");
                toolsInside(scene, "searching " + language + " " + width + " " + percent);
            });
        }
    }

    /** The tree of a service has the same two neighbours. */
    @ParameterizedTest
    @CsvSource({"en, 1024, 700, 100", "en, 1024, 700, 200", "de, 1280, 800, 150", "de, 1280, 800, 200"})
    void soIsTheChosenPlaceOfAService(String language, int width, int height, int percent) {
        String what = "service " + language + " " + width + " " + percent;
        inWindow("external/healthy-home", width, height, language, percent, (window, scene) -> {
            window.go("service");
            settle(scene);
            String place = scene.getRoot().lookupAll(".tree-box").stream().filter(box -> box.getStyleClass().contains("stage") && seen(box)).findFirst().orElseThrow().getId();
            choose(scene, place, what);
        });
    }

    private static void inWindow(String scenario, int width, int height, String language, int percent, BiConsumer<Window, Scene> look) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            FakeWorld world = new FakeWorld(scenario, settings -> settings.with(Look.LIGHT).withTextPercent(percent).withLanguage(language).with(Consent.ACCEPTED));
            Window window = world.window(new Stage());
            Scene scene = window.scene(width, height);
            window.show(Scenario.named(scenario).report(), new Origin.Here());
            settle(scene);
            look.accept(window, scene);
            window.closed();
            return true;
        });
    }

    private static List<String> places(Scene scene) {
        return scene.getRoot().lookupAll(".tree-box").stream().filter(box -> box.getStyleClass().contains("walked"))
            .filter(box -> box.getStyleClass().contains("question") || box.getStyleClass().contains("leaf") || box.getStyleClass().contains("stage"))
            .sorted((one, other) -> Boolean.compare(other.getStyleClass().contains("strong-end"), one.getStyleClass().contains("strong-end")))
            .limit(CHOSEN).map(Node::getId).toList();
    }

    private static Node box(Scene scene, String id) {
        return scene.getRoot().lookupAll(".tree-box").stream().filter(box -> id.equals(box.getId())).findFirst().orElseThrow();
    }

    private static void choose(Scene scene, String id, String what) {
        press(scene, box(scene, id));
        assertThat(CutTexts.in(scene.getRoot())).as("words that do not fit, " + what).isEmpty();
        assertThat(outside(scene.lookup("#detail-title"))).as("the title in " + what).isEmpty();
        if (seen(scene.lookup("#decision-tree"))) {
            assertThat(outside(box(scene, id))).as("the chosen box of " + what).isEmpty();
            toolsInside(scene, what);
        } else {
            assertThat(within(scene.getFocusOwner(), "node-detail")).as("the keyboard is where one reads, in " + what).isTrue();
        }
        assertThat(outside(scene.lookup("#detail-back"))).as("the way back in " + what).isEmpty();
        leave(scene, places(scene).indexOf(id) % 2 == 0);
        toolsInside(scene, what);
        assertThat(within(scene.getFocusOwner(), id)).as("back from it, the keyboard is at the chosen box of " + what).isTrue();
        assertThat(outside(box(scene, id))).as("back from it, the chosen box of " + what).isEmpty();
    }

    private static void leave(Scene scene, boolean byKey) {
        if (byKey) {
            scene.getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            settle(scene);
        } else {
            press(scene, scene.lookup("#detail-back"));
        }
    }

    /** As a screen reader presses. */
    private static void press(Scene scene, Node node) {
        if (node instanceof ButtonBase button) {
            button.requestFocus();
            button.fire();
        } else {
            node.executeAccessibleAction(AccessibleAction.FIRE);
        }
        settle(scene);
    }

    private static void settle(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    private static boolean within(Node node, String id) {
        return node != null && (id.equals(node.getId()) || within(node.getParent(), id));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** What of a node cannot be seen: beyond a rim that cuts it, or below the stages. */
    private static Optional<String> outside(Node node) {
        Bounds bounds = inScene(node);
        if (!seen(node) || !holds(new BoundingBox(0, 0, node.getScene().getWidth(), node.getScene().getHeight()), bounds)) {
            return Optional.of("not in the window: " + where(bounds));
        }
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            boolean cuts = above instanceof ScrollPane || "tree-viewport".equals(above.getId());
            Bounds rim = inScene(above instanceof ScrollPane pane ? pane.lookup(".viewport") : above);
            if (cuts && !holds(rim, bounds)) {
                return Optional.of(where(bounds) + " is cut by " + above + where(rim));
            }
        }
        return node.getStyleClass().contains("tree-box") && !node.getStyleClass().contains("stage")
            ? Optional.of(inScene(node.getScene().lookup(".tree-strip"))).filter(strip -> strip.getMaxY() > bounds.getMinY() + ROUNDED).map(_ -> "below the stages")
            : Optional.empty();
    }

    private static String where(Bounds bounds) {
        return String.format(Locale.ROOT, "%.0f..%.0f x %.0f..%.0f", bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(), bounds.getMaxY());
    }

    private static boolean holds(Bounds rim, Bounds bounds) {
        return bounds.getMinX() >= rim.getMinX() - ROUNDED && bounds.getMaxX() <= rim.getMaxX() + ROUNDED
            && bounds.getMinY() >= rim.getMinY() - ROUNDED && bounds.getMaxY() <= rim.getMaxY() + ROUNDED;
    }

    private static void toolsInside(Scene scene, String what) {
        Parent tree = (Parent) scene.lookup("#decision-tree");
        Bounds card = inScene(tree.getParent());
        assertThat(tree.lookupAll(".tree-head .button, .tree-head .hyperlink, .tree-head .text-field").stream().filter(ChosenPlaceTest::seen)
            .filter(tool -> !holds(card, inScene(tool))).map(tool -> tool.getAccessibleText() + " at " + where(inScene(tool)))).as("tools outside of " + where(card) + " in " + what).isEmpty();
        assertThat(Misfits.in(tree, scene.getWidth(), 1e5)).as("tools in " + what).isEmpty();
    }
}
