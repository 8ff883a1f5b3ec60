package org.faultline.ui.page;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.faultline.model.Stage;
import org.faultline.report.Texts;

/**
 * The way outward drawn from left to right: five stations, the way between them, and the break where it lies. Where there is too
 * little room for that, from top to bottom.
 */
public final class PathStripView extends Pane {

    /** Below this many widths of the letter m the names no longer fit side by side. */
    private static final double NARROW_EM = 34;

    private final Texts texts;
    private final List<StationView> stations = new ArrayList<>();
    private final List<WayView> ways = new ArrayList<>();

    /** @param texts those of the check */
    public PathStripView(Texts texts) {
        this.texts = texts;
        setId("path-strip");
        getStyleClass().add("path-strip");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("strip"));
        for (Stage stage : Stage.PATH) {
            StationView station = new StationView(stage);
            if (!stations.isEmpty()) {
                ways.add(new WayView());
            }
            stations.add(station);
        }
        getChildren().addAll(ways);
        getChildren().addAll(stations);
    }

    public void show(List<Station> shown) {
        for (int i = 0; i < shown.size(); i++) {
            stations.get(i).show(shown.get(i), texts);
            if (i > 0) {
                ways.get(i - 1).show(shown.get(i - 1), shown.get(i));
            }
        }
        requestLayout();
    }

    /** Nothing moves any more. */
    public void rest() {
        stations.forEach(station -> station.turning.stop());
    }

    /** The size of the text. */
    private double em() {
        return stations.getFirst().em();
    }

    private boolean narrow(double width) {
        return width > 0 && width < NARROW_EM * em();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 20 * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 60 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        double sum = 0;
        double highest = 0;
        boolean narrow = narrow(width);
        for (StationView station : stations) {
            station.lie(narrow);
            double height = station.prefHeight(narrow ? width : width / stations.size());
            sum += height;
            highest = Math.max(highest, height);
        }
        return snapSizeY(narrow ? sum + 4 * em() * 0.75 : highest) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (narrow(getWidth())) {
            layDown();
        } else {
            layAcross();
        }
    }

    private void layAcross() {
        double each = (getWidth() - snappedLeftInset() - snappedRightInset()) / stations.size();
        for (int i = 0; i < stations.size(); i++) {
            StationView station = stations.get(i);
            station.lie(false);
            station.resizeRelocate(snappedLeftInset() + i * each, snappedTopInset(), each, station.prefHeight(each));
        }
        double radius = 1.5 * em();
        for (int i = 0; i < ways.size(); i++) {
            double from = snappedLeftInset() + (i + 0.5) * each + radius;
            ways.get(i).across(from, from + each - 2 * radius, snappedTopInset() + radius, em());
        }
    }

    private void layDown() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double y = snappedTopInset();
        double radius = 1.5 * em();
        for (int i = 0; i < stations.size(); i++) {
            StationView station = stations.get(i);
            station.lie(true);
            double height = station.prefHeight(width);
            station.resizeRelocate(snappedLeftInset(), y, width, height);
            if (i < ways.size()) {
                ways.get(i).down(snappedLeftInset() + radius, y + 2 * radius, y + height + em() * 0.75, em());
            }
            y += height + em() * 0.75;
        }
    }

    /** One station: its circle, and beneath or beside it what it is and how it stands. */
    private static final class StationView extends Pane {

        /** So high is a line without words: what comes to be known in a run moves nothing. */
        private static final String ROOM = "\u00a0";

        private final StackPane circle = new StackPane();
        private final Label name = new Label();
        private final Label what = new Label();
        private final Label word = new Label();
        private final Label detail = new Label();
        private final FlowPane state = new FlowPane();
        private final VBox lines = new VBox(name, what, state);
        private final RotateTransition turning = new RotateTransition(Duration.seconds(1.2));
        private boolean lying;

        StationView(Stage stage) {
            setId("station-" + stage.id());
            getStyleClass().add("station");
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            circle.getStyleClass().add("circle");
            name.getStyleClass().add("name");
            what.getStyleClass().addAll("what", "small");
            word.getStyleClass().addAll("word", "small");
            detail.getStyleClass().addAll("what", "small");
            state.getStyleClass().add("state");
            state.getChildren().setAll(word, detail);
            what.setWrapText(true);
            name.setWrapText(true);
            word.setWrapText(true);
            lines.getStyleClass().add("lines");
            getChildren().addAll(circle, lines);
            turning.setByAngle(360);
            turning.setCycleCount(Animation.INDEFINITE);
            turning.setInterpolator(Interpolator.LINEAR);
        }

        double em() {
            return name.getFont().getSize();
        }

        void lie(boolean down) {
            lying = down;
            lines.setAlignment(down ? Pos.CENTER_LEFT : Pos.TOP_CENTER);
            state.setAlignment(lines.getAlignment());
            what.setTextAlignment(down ? TextAlignment.LEFT : TextAlignment.CENTER);
            name.setTextAlignment(what.getTextAlignment());
            word.setTextAlignment(what.getTextAlignment());
        }

        void show(Station station, Texts texts) {
            getStyleClass().setAll("station", station.mark().styleClass());
            name.setText(station.name());
            what.setText(station.what());
            word.setText(station.word());
            detail.setText(station.detail().isEmpty() ? ROOM : station.detail());
            setAccessibleText(texts.get(station.breakBefore() ? "strip.station.broken" : "strip.station",
                station.name(), station.what(), station.word(), station.detail()));
            draw(station.mark());
        }

        private void draw(Mark mark) {
            Node icon = Pieces.icon(mark);
            circle.getChildren().setAll(icon);
            turning.stop();
            if (mark == Mark.RUNNING && !Platform.getPreferences().isReducedMotion()) {
                turning.setNode(icon);
                turning.playFromStart();
            }
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        /** Its words keep to its own room: those of the next station stand beside them. Beneath the circle the state has a line of its own. */
        private double fitted(double width) {
            word.setMaxWidth(width);
            word.setPrefWidth(lying ? Region.USE_COMPUTED_SIZE : width);
            word.setAlignment(lying ? Pos.CENTER_LEFT : Pos.CENTER);
            return lines.prefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            double text = fitted(lying ? width - 4 * em() : width - 0.5 * em());
            return lying ? Math.max(3 * em(), text) : 3 * em() + 0.5 * em() + text;
        }

        @Override
        protected void layoutChildren() {
            double diameter = 3 * em();
            if (lying) {
                circle.resizeRelocate(0, 0, diameter, diameter);
                lines.resizeRelocate(4 * em(), 0, getWidth() - 4 * em(), Math.max(diameter, fitted(getWidth() - 4 * em())));
            } else {
                circle.resizeRelocate((getWidth() - diameter) / 2, 0, diameter, diameter);
                double width = getWidth() - 0.5 * em();
                lines.resizeRelocate(0.25 * em(), diameter + 0.5 * em(), width, fitted(width));
            }
        }
    }
}
