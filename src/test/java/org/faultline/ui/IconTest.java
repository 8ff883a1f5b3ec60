package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.faultline.ui.page.Icon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
                Icon icon = (Icon) scene.lookup("#go-help .icon");
                sizes.add(icon.getFont().getSize());
                families.add(icon.getFont().getFamily());
            }
            window.closed();
            assertThat(families).hasSize(1).noneMatch("Inter"::equals);
            assertThat(sizes).hasSize(1).allMatch(size -> size > 15 && size < 30);
        });
    }

    /** As when somebody draws the slider up and down again, which styles the window at each step. */
    @Test
    void iconsFollowTheSizeOfTheTextUpAndDown() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            FakeWorld world = FakeWorld.accepted("external/healthy-home");
            Window window = world.window(new Stage());
            Scene scene = window.scene(1280, 800);
            double usual = size(scene);
            for (int percent : List.of(125, 150, 200)) {
                world.around().choices().change(settings -> settings.withTextPercent(percent));
                assertThat(size(scene)).as(percent + " %").isCloseTo(usual * percent / 100, within(0.6));
            }
            for (int percent : List.of(175, 150, 100)) {
                world.around().choices().change(settings -> settings.withTextPercent(percent));
                assertThat(size(scene)).as("back at " + percent + " %").isCloseTo(usual * percent / 100, within(0.6));
            }
            window.closed();
        });
    }

    /** An icon is a letter: the colour of letters is its colour, and Ikonli's own property would do nothing. */
    @Test
    void noSheetColoursIconsByAPropertyThatTheyDoNotHave() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/org/faultline/ui/faultline.css"))).doesNotContain("-fx-icon-");
    }

    private static double size(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return ((Icon) scene.lookup("#verdict-head .icon")).getFont().getSize();
    }

    @Test
    void theWindowWearsTheIconInTheSizesThatDesktopsAskFor() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Stage stage = new Stage();
            AppIcon.on(stage);
            assertThat(stage.getIcons()).noneMatch(Image::isError).extracting(Image::getWidth).contains(16.0, 32.0, 48.0);
        });
    }

    /** Desktops find the entry of a window's program by its class, which the toolkit takes from that of the application. */
    @Test
    void theDesktopEntryNamesTheWindowsClass() throws IOException {
        assertThat(Files.readAllLines(Path.of("installer/deb/share/applications/org.faultline.Faultline.desktop")))
            .contains("StartupWMClass=" + WindowApp.class.getName());
    }
}
