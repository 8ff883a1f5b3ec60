package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({UiProbe.class, ApplicationExtension.class})
class IconTest {

    /** A switch of the theme or of the text size goes through the style sheet again. */
    @Test
    void iconsKeepTheirSizeHoweverOftenTheyAreStyled() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            FakeWorld world = FakeWorld.accepted("external/healthy-home");
            Window window = world.window(new Stage());
            Scene scene = window.scene(1280, 800);
            Set<Double> sizes = new HashSet<>();
            Set<String> families = new HashSet<>();
            for (int pass = 0; pass < 4; pass++) {
                scene.getRoot().getStyleClass().add("pass-" + pass);
                scene.getRoot().applyCss();
                FontIcon icon = (FontIcon) scene.lookup("#go-help .icon");
                sizes.add(icon.getFont().getSize());
                families.add(icon.getFont().getFamily());
            }
            window.closed();
            assertThat(families).hasSize(1).noneMatch("Inter"::equals);
            assertThat(sizes).hasSize(1).allMatch(size -> size > 15 && size < 30);
        });
    }
}
