package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import org.faultline.ui.UiProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({UiProbe.class, ApplicationExtension.class})
class BesideTest {

    /** As when a window is maximised that was as wide before: what was laid out for a low one would stay. */
    @Test
    void whatIsAsHighAsTheSightGrowsWithIt() {
        List<Double> heights = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Pane left = new Pane();
            ScrollPane window = Pieces.roomy(new Beside(left, new Pane()).leftAtOnce(10, 60).rightAlone(4));
            new Scene(window);
            return DoubleStream.of(200, 600, 300).map(height -> {
                window.resize(400, height);
                window.applyCss();
                window.layout();
                window.layout();
                return left.getHeight();
            }).boxed().toList();
        });
        assertThat(heights.get(1)).isGreaterThan(heights.get(0) + 200);
        assertThat(heights.get(2)).isLessThan(heights.get(1) - 200);
    }
}
