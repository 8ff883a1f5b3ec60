package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
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

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200})
    void thePlaceOfTheMenuIsAsHighAsTheMenu(int percent) throws Exception {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> world.around().choices().change(settings -> settings.withTextPercent(percent)));
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> world.window(new Stage()).scene(1280, 800));
        double place = height(scene);
        double rail = left(scene);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> top(scene) instanceof MenuBar);
        assertThat(place).isCloseTo(height(scene), within(A_PIXEL));
        assertThat(rail).isEqualTo(left(scene));
    }

    private static Region top(Scene scene) {
        return (Region) ((BorderPane) scene.getRoot()).getTop();
    }

    private static double height(Scene scene) {
        return laidOut(scene, () -> top(scene).getHeight());
    }

    private static double left(Scene scene) {
        return laidOut(scene, () -> ((Region) ((BorderPane) scene.getRoot()).getLeft()).getWidth());
    }

    private static double laidOut(Scene scene, DoubleSupplier size) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return size.getAsDouble();
        });
    }
}
