package org.faultline.ui.watch;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Channel;
import org.faultline.alert.DesktopNote;
import org.faultline.model.Report;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.run.watch.Watch;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;

/** The page of the watch: start and stop, how it stands, the rounds and round trips in time, and what changed. */
public final class WatchPage implements Page {

    public static final String ID = "watch";

    private static final List<Duration> INTERVALS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1),
        Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final AlertWords words;
    private final WatchModel model;
    private final TimelineView timeline;
    private final ChangesView changes;
    private final Button start;
    private final Button stop;
    private final ChoiceBox<Duration> interval = new ChoiceBox<>();
    private final CheckBox notify;
    private final Label standing = Pieces.text("", "verdict-title");
    private final Label figures = Pieces.text("", "muted");
    private final HBox head = new HBox();
    private final VBox view = new VBox();

    public WatchPage(Surroundings around, Frame frame) {
        this(around, frame, Watch.Pacer.REAL);
    }

    /** @param pacer waits between rounds */
    public WatchPage(Surroundings around, Frame frame, Watch.Pacer pacer) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.words = new AlertWords(around.locale(), ZoneId.systemDefault());
        this.model = new WatchModel(around.workplace(), around.uiThread(), pacer, words);
        this.timeline = new TimelineView(texts, words);
        this.changes = new ChangesView(texts, words);
        this.start = Pieces.mainButton(texts.get("start"), this::begin);
        this.stop = Pieces.button(texts.get("stop"), model::stop);
        this.notify = new CheckBox(texts.get("notify"));
        layOut();
        model.state().addListener((_, _, now) -> show(now));
        show(model.now());
    }

    private void layOut() {
        start.setId("watch-start");
        stop.setId("watch-stop");
        standing.setId("watch-standing");
        figures.setId("watch-figures");
        interval.setId("watch-interval");
        interval.getItems().setAll(INTERVALS);
        interval.setValue(INTERVALS.get(1));
        interval.setConverter(new Lengths());
        interval.setAccessibleText(texts.get("interval"));
        Label every = new Label(texts.get("interval"));
        every.setLabelFor(interval);
        HBox controls = new HBox(every, interval, notify, Pieces.spring(), stop, start);
        controls.getStyleClass().add("watch-controls");
        controls.setAlignment(Pos.CENTER_LEFT);
        VBox told = new VBox(standing, figures);
        HBox.setHgrow(told, Priority.ALWAYS);
        head.getStyleClass().add("change");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = Pieces.card(controls, head);
        top.getStyleClass().add("watch-top");
        VBox right = Pieces.card(Pieces.heading(texts.get("changes")), changes.root());
        right.getStyleClass().add("watch-changes");
        VBox.setVgrow(changes.root(), Priority.ALWAYS);
        VBox left = Pieces.card(timeline.root());
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(timeline.root(), Priority.ALWAYS);
        HBox below = new HBox(left, right);
        below.getStyleClass().add("watch-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        view.getStyleClass().add("watch");
        view.getChildren().setAll(top, below);
        head.getChildren().setAll(told);
    }

    private final class Lengths extends StringConverter<Duration> {
        @Override
        public String toString(Duration length) {
            return length == null ? "" : length.toMinutes() < 1 ? texts.get("interval.s", length.toSeconds()) : texts.get("interval.min", length.toMinutes());
        }

        @Override
        public Duration fromString(String text) {
            throw new UnsupportedOperationException("a choice box reads nothing");
        }
    }

    private void begin() {
        Optional<Channel> channel = notify.isSelected()
            ? DesktopNote.find(System.getProperty("os.name"), System.getenv(), model::problem).map(Channel.class::cast) : Optional.empty();
        model.start(around.choices().now().runProfile(around.folders().settings()), interval.getValue(), channel);
        if (notify.isSelected() && channel.isEmpty()) {
            model.problem(texts.get("notify.missing"));
        }
    }

    private void show(WatchState state) {
        start.setDisable(state.running());
        stop.setDisable(!state.running());
        interval.setDisable(state.running());
        notify.setDisable(state.running());
        Mark mark = state.last().map(report -> Mark.of(report.diagnosis())).orElse(state.running() ? Mark.RUNNING : Mark.QUIET);
        head.getStyleClass().setAll("change", mark.styleClass());
        head.getChildren().setAll(Pieces.icon(mark), head.getChildren().getLast());
        standing.setText(state.last().map(this::title).orElse(texts.get(state.running() ? "standing.first" : "standing.none")));
        figures.setText(state.problem().orElse(state.made() == 0 ? texts.get("intro") : texts.get("figures", state.made(), state.whole())));
        timeline.show(state.rounds());
        changes.show(state.changes());
        frame.tell(texts.get(state.running() ? "status.running" : "status.idle", state.made()));
    }

    private String title(Report report) {
        return Telling.of(report, around.locale()).title();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public Node tools() {
        return new HBox();
    }

    @Override
    public void again() {
        if (!model.now().running()) {
            begin();
        }
    }

    @Override
    public boolean cancel() {
        return model.stop();
    }

    @Override
    public void closed() {
        model.stop();
    }

    @Override
    public Optional<Report> report() {
        return model.now().last();
    }
}
