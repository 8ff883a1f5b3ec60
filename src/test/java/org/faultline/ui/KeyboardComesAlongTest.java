package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faultline.report.HandoverCode;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever comes to a page by a key or the menu goes on there by keys. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(120)
class KeyboardComesAlongTest {

    private final FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
    private Window window;
    private Scene scene;

    @Start
    private void start(Stage stage) {
        window = world.show(stage);
        scene = stage.getScene();
    }

    /** The keys of the menu come with it, when the first frames are on the screen. */
    @BeforeEach
    void untilWhole() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> OpenWindow.onUiThread(() -> scene.lookup("#menu") != null));
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, window::closed);
    }

    private void focus(String id) {
        OpenWindow.onUiThread(() -> {
            scene.lookup("#" + id).requestFocus();
            return true;
        });
        assertThat(focused()).isEqualTo(id);
    }

    private String focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return OpenWindow.onUiThread(() -> scene.getFocusOwner() instanceof Node owner ? String.valueOf(owner.getId()) : "nothing");
    }

    private void choose(String item) {
        OpenWindow.onUiThread(() -> {
            MenuBar bar = (MenuBar) scene.lookup("#menu");
            bar.getMenus().stream().flatMap(menu -> menu.getItems().stream()).filter(one -> ("item-" + item).equals(one.getId())).forEach(MenuItem::fire);
            return true;
        });
    }

    @Test
    void theKeyOfTheHelpLeadsToItsSearchAndDownIntoItsTopics(FxRobot robot) {
        focus("go-history");
        robot.push(KeyCode.F1);
        assertThat(focused()).isEqualTo("help-search");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("help-topics");
    }

    @Test
    void theMenuOfTheHelpLeadsToItsSearchAlsoWhereItIsOpenAlready() {
        OpenWindow.onUiThread(() -> {
            window.go("help");
            return true;
        });
        focus("go-help");
        choose("help");
        assertThat(focused()).isEqualTo("help-search");
    }

    /** The very first time: nothing of the page was ever laid out. */
    @Test
    void openACodeTakesWhatIsTyped(FxRobot robot) {
        focus("go-history");
        choose("code");
        assertThat(focused()).isEqualTo("code");
        robot.write("7k2m");
        assertThat(robot.lookup("#code").queryAs(TextField.class).getText()).isEqualTo("7k2m");
    }

    @Test
    void openACodeBringsItsFieldIntoSightAgain() {
        OpenWindow.onUiThread(() -> {
            window.go("handover", HandoverCode.of(Scenario.named("gateway/gateway-absent").report()).qr());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(scrolling(scene.lookup("#code"))).isNotEmpty().allSatisfy(pane -> pane.setVvalue(1));
            scene.lookup("#go-history").requestFocus();
            assertThat(inSight()).as("before").isFalse();
            return true;
        });
        choose("code");
        assertThat(focused()).isEqualTo("code");
        assertThat(OpenWindow.onUiThread(this::inSight)).as("the field can be seen").isTrue();
    }

    /** Whole, in each of the panes that scroll it. */
    private boolean inSight() {
        Node code = scene.lookup("#code");
        Bounds field = code.localToScene(code.getLayoutBounds());
        return scrolling(code).stream().map(pane -> pane.localToScene(pane.getLayoutBounds())).allMatch(pane -> pane.contains(field));
    }

    private static List<ScrollPane> scrolling(Node node) {
        return Stream.<Parent>iterate(node.getParent(), parent -> parent != null, Node::getParent).filter(ScrollPane.class::isInstance).map(ScrollPane.class::cast).toList();
    }
}
