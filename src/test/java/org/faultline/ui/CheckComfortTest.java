package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Small things over which somebody stumbled who saw the window for the first time. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(120)
class CheckComfortTest {

    private final FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
    private OpenWindow window;

    @Start
    private void start(Stage stage) {
        window = OpenWindow.of(world, stage, new FxRobot());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private double x(FxRobot robot, String query) {
        return OpenWindow.onUiThread(() -> {
            Node node = robot.lookup(query).query();
            return node.localToScene(node.getBoundsInLocal()).getMinX();
        });
    }

    @Test
    void theWaysToCheckStandStillFromTheStartToTheVerdict(FxRobot robot) {
        double before = x(robot, "#mode-check");
        window.press(KeyCode.F5).untilFinished();
        assertThat(x(robot, "#mode-check")).isEqualTo(before);
    }

    @Test
    void escapeLeadsFromAPlaceOfTheTreeToTheVerdict(FxRobot robot) {
        window.press(KeyCode.F5).untilFinished();
        OpenWindow.onUiThread(() -> {
            robot.lookup(".tree-box").match(Node::isFocusTraversable).query().requestFocus();
            return true;
        });
        window.press(KeyCode.RIGHT).until(() -> window.shows("node-detail"), () -> "a place of the tree").press(KeyCode.ESCAPE);
        window.until(() -> window.shows("verdict-title"), () -> "the verdict");
        assertThat(window.shows("node-detail")).isFalse();
    }

    @Test
    void checkAgainChecksAlsoWhileAPlaceOfTheTreeIsToldAbout(FxRobot robot) {
        window.press(KeyCode.F5).untilFinished();
        OpenWindow.onUiThread(() -> {
            robot.lookup(".tree-box").match(Node::isFocusTraversable).query().requestFocus();
            return true;
        });
        window.press(KeyCode.RIGHT).until(() -> window.shows("node-detail"), () -> "a place of the tree");
        int before = world.machine().runs();
        window.click("check").until(() -> world.machine().runs() > before, () -> "a check");
    }

    /** What scrolls around the tree would take the keyboard, and the arrow keys would do nothing. */
    @Test
    void aClickBesideTheBoxesLeavesTheKeyboardInTheTree(FxRobot robot) {
        window.press(KeyCode.F5).untilFinished();
        Point2D empty = OpenWindow.onUiThread(() -> {
            Node viewport = robot.lookup("#tree-viewport").query();
            Bounds bounds = viewport.localToScreen(viewport.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getMaxY() - 6);
        });
        robot.clickOn(empty);
        window.press(KeyCode.RIGHT).until(() -> window.shows("node-detail"), () -> "a place of the tree");
    }

    @Test
    void theButtonItselfSaysThatItCopied() {
        window.press(KeyCode.F5).untilFinished().click("copy-summary");
        assertThat(window.words("copy-summary")).isEqualTo("Copied ✓");
        window.until(() -> window.words("copy-summary").equals("Copy summary"), () -> "its own words again");
    }

    @Test
    void theWheelDoesNotScrollTheTreeAway(FxRobot robot) {
        window.press(KeyCode.F5).untilFinished();
        robot.moveTo("#tree-viewport").scroll(200, VerticalDirection.UP);
        double bottom = OpenWindow.onUiThread(() -> {
            Node viewport = robot.lookup("#tree-viewport").query();
            double upper = viewport.localToScene(viewport.getBoundsInLocal()).getMinY();
            return robot.lookup(".tree-box").queryAll().stream().mapToDouble(box -> box.localToScene(box.getBoundsInLocal()).getMinY()).min().orElseThrow() - upper;
        });
        assertThat(bottom).isBetween(-1.0, 60.0);
    }

    @Test
    void aPageDoesNotKeepTheStatusOfAnother() {
        window.press(KeyCode.F5).untilFinished().click("go-help");
        assertThat(window.words("status")).doesNotStartWith("Finished");
        window.click("go-modes");
        assertThat(window.words("status")).startsWith("Finished in").endsWith("the report stays on this computer");
    }
}
