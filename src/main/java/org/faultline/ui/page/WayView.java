package org.faultline.ui.page;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** The way between two stations: solid where it was walked, dotted where it was not, torn where it breaks. */
final class WayView extends Pane {

    private final Line near = new Line();
    private final Line far = new Line();
    private final Polyline tear = new Polyline();
    private boolean torn;

    WayView() {
        getStyleClass().add("way");
        setManaged(false);
        setMouseTransparent(true);
        near.getStyleClass().add("near");
        far.getStyleClass().add("far");
        tear.getStyleClass().add("tear");
        getChildren().add(near);
    }

    void show(Station from, Station to) {
        torn = to.breakBefore();
        getChildren().setAll(torn ? List.of(near, far, tear) : List.of(near));
        getStyleClass().setAll("way", torn ? "torn" : to.mark() == Mark.QUIET ? "unwalked" : to.mark().styleClass());
        if (torn && from.mark() == Mark.WARNING) {
            getStyleClass().add("from-warning");
        }
    }

    void across(double from, double to, double y, double em) {
        double gap = torn ? 0.7 * em : 0;
        double middle = (from + to) / 2;
        set(near, from, y, torn ? middle - gap : to, y);
        set(far, middle + gap, y, to, y);
        tear.getPoints().setAll(middle - 0.45 * em, y - 1.1 * em, middle + 0.4 * em, y - 0.15 * em,
            middle - 0.3 * em, y + 0.15 * em, middle + 0.45 * em, y + 1.1 * em);
    }

    void down(double x, double from, double to, double em) {
        double middle = (from + to) / 2;
        double gap = torn ? Math.min(0.5 * em, (to - from) / 4) : 0;
        set(near, x, from, x, torn ? middle - gap : to);
        set(far, x, middle + gap, x, to);
        tear.getPoints().setAll(x - 1.1 * em, middle + 0.3 * em, x - 0.15 * em, middle - 0.3 * em,
            x + 0.15 * em, middle + 0.3 * em, x + 1.1 * em, middle - 0.3 * em);
    }

    private static void set(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
