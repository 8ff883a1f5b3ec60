package org.faultline.ui.tree;

import java.util.function.BiConsumer;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;
import org.faultline.report.picture.Area;

/** A window onto the sheet: moves and scales it, at once under the pointer, smoothly where the program does it. */
final class Viewport extends Pane {

    static final double LEAST = 0.12;
    static final double MOST = 3;

    private static final Duration SMOOTH = Duration.millis(180);
    /** So much of the sheet stays in sight. */
    private static final double KEPT = 60;
    private static final double MARGIN = 14;
    private static final double LEAST_HEADS = 3.2;

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final DoubleProperty left = new SimpleDoubleProperty();
    private final DoubleProperty top = new SimpleDoubleProperty();
    private final Timeline motion = new Timeline();
    private double sheetWidth;
    private double sheetHeight;
    private double headHeight;
    private Runnable moved = () -> { };

    Viewport(Node sheet) {
        Scale scale = new Scale();
        Translate translate = new Translate();
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        translate.xProperty().bind(left);
        translate.yProperty().bind(top);
        sheet.getTransforms().setAll(translate, scale);
        sheet.setManaged(false);
        getChildren().add(sheet);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getStyleClass().add("tree-viewport");
    }

    /** @param head so much of the sheet stays at the upper rim */
    void sheetSize(double width, double height, double head) {
        sheetWidth = width;
        sheetHeight = height;
        headHeight = head;
        moved.run();
    }

    /** Whether what stays at the upper rim leaves most of the room to the rest. */
    boolean hasRoomForHead() {
        return getHeight() >= LEAST_HEADS * headHeight * zoom.get();
    }

    /** Hears what of the sheet lies at the left and at the upper rim, whenever that changes. */
    void onMoved(BiConsumer<Double, Double> listener) {
        moved = () -> listener.accept(-left.get() / zoom.get(), -top.get() / zoom.get());
        InvalidationListener changed = _ -> moved.run();
        left.addListener(changed);
        top.addListener(changed);
        zoom.addListener(changed);
    }

    /** Tells the listener anew. */
    void tell() {
        moved.run();
    }

    double zoom() {
        return zoom.get();
    }

    double left() {
        return left.get();
    }

    double top() {
        return top.get();
    }

    /** By the pointer: at once. */
    void pan(double dx, double dy) {
        motion.stop();
        left.set(keptX(left.get() + dx, zoom.get()));
        top.set(keptY(top.get() + dy, zoom.get()));
    }

    /** By the wheel: never into empty room, wherever the sheet was before. */
    void scroll(double dx, double dy) {
        motion.stop();
        left.set(scrolled(left.get(), dx, getWidth(), sheetWidth * zoom.get()));
        top.set(scrolled(top.get(), dy, getHeight(), sheetHeight * zoom.get()));
    }

    private static double scrolled(double offset, double by, double room, double size) {
        double first = size <= room ? Math.min(0, offset) : Math.min(room - size - MARGIN, offset);
        double last = size <= room ? Math.max(room - size, offset) : Math.max(MARGIN, offset);
        return Math.clamp(offset + by, first, last);
    }

    /** The point of the sheet that lies here stays here. */
    void zoom(double factor, double x, double y, boolean smoothly) {
        double to = Math.clamp(zoom.get() * factor, LEAST, MOST);
        double ratio = to / zoom.get();
        go(to, x - (x - left.get()) * ratio, y - (y - top.get()) * ratio, smoothly);
    }

    void zoom(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2, true);
    }

    /** All of it, and no larger than life. */
    void fit(boolean smoothly) {
        double to = fitting();
        go(to, Math.max(0, (getWidth() - sheetWidth * to) / 2), 0, smoothly);
    }

    private double fitting() {
        return sheetWidth == 0 || getWidth() == 0 ? 1 : Math.clamp(Math.min(getWidth() / sheetWidth, getHeight() / sheetHeight), LEAST, 1);
    }

    /**
     * All of it where that can be read; else the way from the first stage to this place, where that can be read; else as much as can be
     * read, with this place in sight and what led to it before it.
     *
     * @param from     where the way to it begins on the sheet: in sight as well, where there is room for both
     * @param readable the least scale at which one can read
     * @param across   how far to the right it should lie, from 0 to 1
     */
    void focusOn(Area place, double from, double readable, double across, boolean smoothly) {
        if (fitting() >= readable) {
            fit(smoothly);
            return;
        }
        boolean wholeWay = place.right() * readable <= getWidth() - 2 * MARGIN;
        double middle = getWidth() * across - place.centreX() * readable;
        double whole = Math.min(Math.max(middle, MARGIN - from * readable), Math.max(middle, getWidth() - MARGIN - place.right() * readable));
        double y = sheetHeight * readable <= getHeight() ? 0
            : kept(Math.max(getHeight() * 0.72, (headHeight + place.height()) * readable) - place.centreY() * readable, getHeight(), sheetHeight * readable);
        go(readable, wholeWay ? 0 : kept(whole, getWidth(), sheetWidth * readable), y, smoothly);
    }

    /** From the beginning, as large as can be read. */
    void home(double readable, boolean smoothly) {
        if (fitting() >= readable) {
            fit(smoothly);
        } else {
            go(readable, 0, 0, smoothly);
        }
    }

    /** To the first stage or the last one, as large as it is. */
    void toTheEnd(boolean last) {
        go(zoom.get(), last ? getWidth() - MARGIN - sheetWidth * zoom.get() : MARGIN, top.get(), true);
    }

    /** Moves no more than needed to have this place in sight. */
    void reveal(Area place, boolean smoothly) {
        double margin = Math.min(40, Math.min(getWidth(), getHeight()) / 8);
        boolean inHead = hasRoomForHead() && place.bottom() <= headHeight;
        double x = inSight(left.get(), place.x() * zoom.get(), place.right() * zoom.get(), getWidth(), margin, margin);
        double y = inHead ? top.get()
            : inSight(top.get(), place.y() * zoom.get(), place.bottom() * zoom.get(), getHeight(), (hasRoomForHead() ? headHeight * zoom.get() : 0) + margin / 2, margin / 2);
        if (x != left.get() || y != top.get()) {
            go(zoom.get(), x, y, smoothly);
        }
    }

    private static double inSight(double offset, double from, double to, double room, double before, double after) {
        if (from + offset < before) {
            return before - from;
        }
        return to + offset > room - after ? Math.max(room - after - to, before - from) : offset;
    }

    /** No empty room beside a sheet that is larger than the window. */
    private static double kept(double offset, double room, double size) {
        return size <= room ? (room - size) / 2 : Math.clamp(offset, room - size, 0);
    }

    private double keptX(double x, double scale) {
        return Math.clamp(x, Math.min(0, KEPT - sheetWidth * scale), Math.max(0, getWidth() - KEPT));
    }

    private double keptY(double y, double scale) {
        return Math.clamp(y, Math.min(0, KEPT - sheetHeight * scale), Math.max(0, getHeight() - KEPT));
    }

    private void go(double scale, double x, double y, boolean smoothly) {
        motion.stop();
        double toX = keptX(x, scale);
        double toY = keptY(y, scale);
        if (!smoothly || Platform.getPreferences().isReducedMotion() || getScene() == null || getScene().getWindow() == null) {
            zoom.set(scale);
            left.set(toX);
            top.set(toY);
            return;
        }
        motion.getKeyFrames().setAll(new KeyFrame(SMOOTH, new KeyValue(zoom, scale, Interpolator.EASE_BOTH),
            new KeyValue(left, toX, Interpolator.EASE_BOTH), new KeyValue(top, toY, Interpolator.EASE_BOTH)));
        motion.playFromStart();
    }

    boolean moving() {
        return motion.getStatus() == Animation.Status.RUNNING;
    }
}
