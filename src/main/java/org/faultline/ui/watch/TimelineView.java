package org.faultline.ui.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.faultline.alert.AlertWords;
import org.faultline.report.Texts;
import org.faultline.run.watch.Sign;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.watch.WatchState.Beat;

/** The rounds in time: a mark each, coloured by what was known then, and how long the answers took. */
final class TimelineView {

    private static final List<String> DRAWN = List.of("gateway", "external", "name");

    private final Texts texts;
    private final AlertWords words;
    private final HBox beats = new HBox();
    private final NumberAxis rounds = new NumberAxis();
    private final NumberAxis milliseconds = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(rounds, milliseconds);
    private final VBox root;
    private List<Beat> shown = List.of();

    TimelineView(Texts texts, AlertWords words) {
        this.texts = texts;
        this.words = words;
        beats.setId("watch-beats");
        beats.getStyleClass().add("beats");
        rounds.setAutoRanging(false);
        rounds.setLabel(texts.get("chart.rounds"));
        rounds.setMinorTickVisible(false);
        milliseconds.setLabel(texts.get("chart.ms"));
        milliseconds.setMinorTickVisible(false);
        chart.setId("watch-chart");
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        chart.setMinHeight(120);
        chart.setAccessibleText(texts.get("chart"));
        VBox.setVgrow(chart, Priority.ALWAYS);
        root = new VBox(Pieces.heading(texts.get("timeline")), beats, Pieces.text(texts.get("timeline.key"), "small", "muted"),
            Pieces.heading(texts.get("chart")), chart, key());
        root.getStyleClass().add("watch-timeline");
        axis(1);
    }

    VBox root() {
        return root;
    }

    void show(List<Beat> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        beats.getChildren().setAll(now.stream().map(this::beat).toList());
        axis(now.isEmpty() ? 1 : now.getFirst().number());
        draw(now);
    }

    /** The chart gives its own style classes anew whenever a line is added, so ours come last. */
    private void draw(List<Beat> now) {
        List<XYChart.Series<Number, Number>> lines = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        DRAWN.forEach(what -> stretches(now, what).forEach(points -> {
            lines.add(new XYChart.Series<>(FXCollections.observableArrayList(points)));
            kinds.add(what);
        }));
        chart.getData().setAll(lines);
        for (int at = 0; at < lines.size(); at++) {
            lines.get(at).getNode().getStyleClass().add("line-" + kinds.get(at));
        }
    }

    /** The answers of one kind in round trips without a gap: where none came, the line is broken. */
    private static List<List<XYChart.Data<Number, Number>>> stretches(List<Beat> beats, String what) {
        List<List<XYChart.Data<Number, Number>>> stretches = new ArrayList<>();
        boolean broken = true;
        for (Beat beat : beats) {
            Optional<Duration> took = beat.signs().stream().filter(sign -> sign.what().equals(what)).flatMap(sign -> sign.roundTrip().stream()).findFirst();
            if (took.isPresent()) {
                if (broken) {
                    stretches.add(new ArrayList<>());
                }
                stretches.getLast().add(new XYChart.Data<>(beat.number(), took.get().toNanos() / 1e6));
            }
            broken = took.isEmpty();
        }
        return stretches;
    }

    private HBox key() {
        HBox key = new HBox();
        key.getStyleClass().add("chart-key");
        DRAWN.forEach(what -> {
            Line sample = new Line(0, 0, 24, 0);
            sample.getStyleClass().add("line-" + what);
            key.getChildren().addAll(sample, Pieces.text(texts.get("line." + what), "small", "muted"));
        });
        return key;
    }

    /** As many rounds as are kept, so that the line grows from the left and then moves on. */
    private void axis(long first) {
        rounds.setLowerBound(first);
        rounds.setUpperBound(first + WatchState.ROUNDS - 1);
        rounds.setTickUnit(20);
    }

    private Node beat(Beat beat) {
        Region mark = new Region();
        mark.getStyleClass().addAll("beat", Mark.of(beat.status()).styleClass());
        if (beat.checked()) {
            mark.getStyleClass().add("checked");
        }
        Tooltip.install(mark, new Tooltip(texts.get(beat.checked() ? "beat.checked" : "beat.glance", beat.number(), words.time(beat.at()), signs(beat))));
        return mark;
    }

    private String signs(Beat beat) {
        return beat.signs().stream().filter(sign -> DRAWN.contains(sign.what())).map(this::sign).distinct().reduce((one, other) -> one + "\n" + other).orElse("");
    }

    private String sign(Sign sign) {
        return texts.get("line." + sign.what()) + ": " + sign.roundTrip().map(words::length).orElse(texts.get("no.answer"));
    }
}
