package org.faultline.ui;

import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon, for the frame of the window and the bar of tasks. */
final class AppIcon {

    /** Pixels, as desktops ask for them; those that are between are drawn from the next. */
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128);

    private AppIcon() { }

    /** Dialogs over this window wear it as well. */
    static void on(Stage stage) {
        stage.getIcons().setAll(SIZES.stream().map(size -> new Image(AppIcon.class.getResource("icons/" + size + ".png").toExternalForm())).toList());
    }
}
