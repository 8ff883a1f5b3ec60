package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What comes after the first frames moves nothing that is on the screen by then. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class FirstFramesTest {

    private static final double A_PIXEL = 1;

    private Window window;
    private Scene scene;

    /** @param button where the one to press first stands */
    private record Measured(boolean menu, double top, double left, double button) {

        static Measured of(Scene scene) {
            BorderPane root = (BorderPane) scene.getRoot();
            root.applyCss();
            root.layout();
            Parent button = (Parent) scene.lookup("#check-now");
            return new Measured(root.getTop() instanceof MenuBar, ((Region) root.getTop()).getHeight(), ((Region) root.getLeft()).getWidth(),
                button.localToScene(button.getBoundsInLocal()).getMinX());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200})
    void nothingMovesWhenTheRestComes(int percent) throws Exception {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Measured first = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            world.around().choices().change(settings -> settings.withTextPercent(percent));
            window = world.window(new Stage());
            scene = window.scene(1280, 800);
            return Measured.of(scene);
        });
        assertThat(first.menu()).as("the menu comes later").isFalse();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Measured.of(scene).menu()));
        Measured whole = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Measured.of(scene));
        assertThat(whole.top()).isCloseTo(first.top(), within(A_PIXEL));
        assertThat(whole.left()).isEqualTo(first.left());
        assertThat(whole.button()).isCloseTo(first.button(), within(A_PIXEL));
        WaitForAsyncUtils.waitForAsyncFx(20_000, window::closed);
    }
}
