package org.faultline.ui;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** An open window as a person has it before them: what stands in it, what they press, how long they wait. */
final class OpenWindow {

    /** For a machine on which forty other programs compute; who waits in vain waits that long, nobody else. */
    private static final long PATIENCE_S = 120;
    private static final int KNOCKS = 60;

    private final FxRobot robot;
    private final Stage stage;
    private final Window window;

    private OpenWindow(FxRobot robot, Stage stage, Window window) {
        this.robot = robot;
        this.stage = stage;
        this.window = window;
    }

    static OpenWindow of(FakeWorld world, Stage stage, FxRobot robot) {
        OpenWindow window = new OpenWindow(robot, stage, onUiThread(() -> world.show(stage)));
        window.until(stage::isFocused, () -> "the keyboard, which a window manager gives away when it likes");
        window.knock();
        return window;
    }

    /** The toolkit may be told of the keyboard before keys arrive: a key that means nothing is pressed until one does. */
    private void knock() {
        AtomicBoolean heard = new AtomicBoolean();
        EventHandler<KeyEvent> listener = _ -> heard.set(true);
        onUiThread(() -> {
            stage.addEventFilter(KeyEvent.KEY_PRESSED, listener);
            return true;
        });
        for (int time = 0; time < KNOCKS && !heard.get(); time++) {
            press(KeyCode.SHIFT);
            try {
                WaitForAsyncUtils.waitFor(1, TimeUnit.SECONDS, () -> heard.get());
            } catch (TimeoutException e) {
                // Once more.
            }
        }
        onUiThread(() -> {
            stage.removeEventFilter(KeyEvent.KEY_PRESSED, listener);
            return true;
        });
        if (!heard.get()) {
            throw new AssertionError("no key reached the window");
        }
    }

    static <T> T onUiThread(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000, action);
    }

    Scene scene() {
        return stage.getScene();
    }

    Window window() {
        return window;
    }

    /** The words in the node of this id; empty while there is none. */
    String words(String id) {
        return robot.lookup("#" + id).tryQueryAs(Labeled.class).filter(Node::isVisible).map(Labeled::getText).orElse("");
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
    }

    OpenWindow press(KeyCode... keys) {
        if (!Platform.isFxApplicationThread()) {
            until(() -> shows("menu"), () -> "the menu, with which its keys come");
        }
        robot.press(keys).release(keys);
        return this;
    }

    OpenWindow click(String id) {
        until(() -> robot.lookup("#" + id).tryQuery().filter(this::inSight).isPresent(), () -> id + " in sight");
        robot.clickOn("#" + id);
        return this;
    }

    private boolean inSight(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        return !place.isEmpty() && place.intersects(0, 0, scene().getWidth(), scene().getHeight());
    }

    OpenWindow type(String id, String text) {
        robot.doubleClickOn("#" + id).press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.SHORTCUT, KeyCode.A).write(text);
        return this;
    }

    /** Waits until the verdict has this title. */
    OpenWindow untilVerdict(String title) {
        return until(() -> words("verdict-title").equals(title), () -> "verdict \"" + title + "\", but it is \"" + words("verdict-title") + "\"");
    }

    /** Waits until a run has come to its end. */
    OpenWindow untilFinished() {
        return until(() -> words("status").startsWith("Finished"), () -> "an end, but it says \"" + words("status") + "\"");
    }

    OpenWindow until(BooleanSupplier condition, Supplier<String> what) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> onUiThread(condition::getAsBoolean));
            return this;
        } catch (TimeoutException e) {
            throw new AssertionError("waited " + PATIENCE_S + " s for " + what.get(), e);
        }
    }

    /** The style class that says how a station of the way outward stands. */
    List<String> station(String stage) {
        return robot.lookup("#station-" + stage).query().getStyleClass();
    }

    Node focusOwner() {
        return onUiThread(scene()::getFocusOwner);
    }

    void close() {
        onUiThread(() -> {
            window.closed();
            stage.close();
            return true;
        });
    }
}
