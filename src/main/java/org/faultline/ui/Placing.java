package org.faultline.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.faultline.store.Settings.Placement;
import org.faultline.ui.page.Choices;

/** Where the window stands on the screen, and how large: where it was left, or as large as is usual. */
record Placing(Stage stage, Choices choices) {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** Room on the screen for what the system puts around a window that has not been placed by anybody yet. */
    private static final double TITLE_BAR = 40;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 480;

    /** How wide what is in it is at first. */
    static double width() {
        return Math.min(WIDTH, screen().getWidth());
    }

    static double height() {
        return Math.min(HEIGHT, screen().getHeight() - TITLE_BAR);
    }

    private static Rectangle2D screen() {
        return Screen.getPrimary().getVisualBounds();
    }

    /** Before the window is shown: no smaller than can be used, and where it was left if there is a screen; remembers when it is closed. */
    void begin() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        choices.now().window().filter(Placing::onAScreen).ifPresent(this::place);
        stage.setOnHiding(_ -> remember());
    }

    private static boolean onAScreen(Placement placement) {
        return !Screen.getScreensForRectangle(placement.x(), placement.y(), placement.width(), placement.height()).isEmpty();
    }

    private void place(Placement placement) {
        Rectangle2D screen = Screen.getScreensForRectangle(placement.x(), placement.y(), placement.width(), placement.height())
            .getFirst().getVisualBounds();
        stage.setX(placement.x());
        stage.setY(Math.max(placement.y(), screen.getMinY()));
        stage.setWidth(Math.min(placement.width(), screen.getWidth()));
        stage.setHeight(Math.min(placement.height(), screen.getHeight()));
        stage.setMaximized(placement.maximized());
    }

    private void remember() {
        choices.change(settings -> settings.with(new Placement(stage.getX(), stage.getY(),
            Math.max(LEAST_WIDTH, stage.getWidth()), Math.max(LEAST_HEIGHT, stage.getHeight()), stage.isMaximized())));
    }
}
