package org.faultline.ui.watch;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Outlets;
import org.faultline.model.Report;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.run.watch.Watch;
import org.faultline.store.Settings;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Recorder;
import org.faultline.ui.page.Surroundings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The page of the watch: start and stop, how it stands, the rounds and round trips in time, and what changed. */
public final class WatchPage implements Page {

    public static final String ID = "watch";

    private static final String KEPT_INTERVAL = "watchIntervalSeconds";
    private static final List<Duration> INTERVALS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1),
        Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final AlertWords words;
    private final ChangeListener<WatchState> news = (_, before, now) -> heard(before, now);
    private WatchModel model;
    private final TimelineView timeline;
    private final ChangesView changes;
    private final Button start;
    private final Button stop;
    private final ChoiceBox<Duration> interval = new ChoiceBox<>();
    private final AlertsView alerts;
    private final ToggleButton alertsOpen;
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
        this.stop = Pieces.button(texts.get("stop"), this::cancel);
        this.alerts = new AlertsView(texts, AlertForm.of(around.choices().now()));
        this.alertsOpen = new ToggleButton("", Pieces.icon(MaterialDesignB.BELL_OUTLINE));
        layOut();
        model.keepIn(new Recorder(around, frame)::keep);
        model.state().addListener(news);
        show(model.now());
    }

    private void layOut() {
        start.setId("watch-start");
        stop.setId("watch-stop");
        standing.setId("watch-standing");
        figures.setId("watch-figures");
        interval.setId("watch-interval");
        interval.getItems().setAll(INTERVALS);
        interval.setValue(remembered(around.choices().now()));
        interval.setConverter(new Lengths());
        interval.setAccessibleText(texts.get("interval"));
        Label every = new Label(texts.get("interval"));
        every.setLabelFor(interval);
        alertsOpen.setId("watch-alerts");
        alertsOpen.selectedProperty().bindBidirectional(alerts.open());
        alerts.open().subscribe(_ -> nameAlerts());
        FlowPane controls = new FlowPane(every, interval, alertsOpen, stop, start);
        controls.getStyleClass().add("watch-controls");
        controls.setRowValignment(VPos.CENTER);
        VBox told = new VBox(standing, figures);
        HBox.setHgrow(told, Priority.ALWAYS);
        head.getStyleClass().add("change");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = Pieces.card(controls, head);
        top.getStyleClass().add("watch-top");
        VBox right = Pieces.card(Pieces.heading(texts.get("changes")), changes.root());
        VBox.setVgrow(changes.root(), Priority.ALWAYS);
        VBox left = Pieces.card(timeline.root());
        VBox.setVgrow(timeline.root(), Priority.ALWAYS);
        Beside below = new Beside(left, right).narrowBelow(58).leftAlone(28).rightAlone(22);
        VBox.setVgrow(below, Priority.ALWAYS);
        Button done = Pieces.button(texts.get("alerts.done"), this::alertsDone);
        done.setId("alerts-done");
        VBox setUp = Pieces.card(Pieces.heading(texts.get("alerts.heading")), Pieces.text(texts.get("alerts.hint"), "small", "muted"), alerts.root(), done);
        VBox.setVgrow(alerts.root(), Priority.ALWAYS);
        VBox.setVgrow(setUp, Priority.ALWAYS);
        Pieces.visibleWhile(setUp, alerts.open());
        Pieces.visibleWhile(below, alerts.open().not());
        view.getStyleClass().add("watch");
        view.getChildren().setAll(top, setUp, below);
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

    /** What is written wrongly is shown beside it, and nothing is started or remembered; what the disk says is told when the watch begins. */
    private void begin() {
        AlertForm form = alerts.form();
        Map<AlertForm.Field, String> problems = form.problems();
        alerts.show(form, problems);
        if (!problems.isEmpty()) {
            return;
        }
        Duration every = interval.getValue();
        around.choices().change(settings -> remembering(form.remembered(settings), every));
        alerts.open().set(false);
        nameAlerts();
        model.start(around.choices().now().runProfile(around.folders().settings()), every,
            heard -> Outlets.open(form.wishes(), every, System.getenv(), heard));
    }

    /** What was written since the last start is not lost, and does not count yet. */
    private void nameAlerts() {
        int ways = alerts.form().ways();
        String told = ways == 0 ? texts.get("alerts.none") : texts.get("alerts", ways);
        alertsOpen.setText(alerts.form().equals(AlertForm.of(around.choices().now())) ? told : texts.get("alerts.next", told));
    }

    /** Back to the watch; what cannot be used is told first. */
    private void alertsDone() {
        Map<AlertForm.Field, String> problems = alerts.form().problems();
        alerts.show(alerts.form(), problems);
        alerts.open().set(!problems.isEmpty());
    }

    private static Duration remembered(Settings settings) {
        return INTERVALS.stream().filter(length -> settings.more().get(KEPT_INTERVAL) instanceof Number seconds && seconds.longValue() == length.toSeconds())
            .findFirst().orElse(INTERVALS.get(1));
    }

    private static Settings remembering(Settings settings, Duration every) {
        Map<String, Object> more = new LinkedHashMap<>(settings.more());
        more.put(KEPT_INTERVAL, every.toSeconds());
        return settings.withMore(more);
    }

    /** What could not be had is said beside the field that asked for it as well. */
    private void heard(WatchState before, WatchState now) {
        show(now);
        if (before.running() && !now.running()) {
            now.problem().flatMap(WatchState.Problem::field).ifPresent(beside -> alerts.show(beside.field(), beside.words()));
        }
    }

    private void show(WatchState state) {
        start.setDisable(state.running());
        stop.setDisable(!state.running());
        interval.setDisable(state.running());
        alerts.setDisable(state.running());
        Mark mark = !state.running() ? Mark.QUIET : state.last().map(report -> Mark.of(report.diagnosis())).orElse(Mark.RUNNING);
        head.getStyleClass().setAll("change", mark.styleClass());
        head.getChildren().setAll(Pieces.icon(mark), head.getChildren().getLast());
        standing.setText(state.last().map(this::title).map(title -> state.running() ? title : texts.get("standing.ended", title))
            .orElse(texts.get(state.running() ? "standing.first" : "standing.none")));
        figures.setText(state.problem().map(WatchState.Problem::line).orElse(state.made() == 0 ? texts.get("intro") : texts.counted("figures", state.made(), state.whole())));
        timeline.show(state.rounds());
        changes.show(state.changes());
        frame.tell(texts.counted(state.running() ? "status.running" : "status.idle", state.made()));
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
    public boolean again() {
        if (!model.now().running()) {
            begin();
        }
        return true;
    }

    @Override
    public boolean working() {
        return model.now().running();
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
    public boolean lasts() {
        return model.now().running() || model.now().made() > 0 || !alerts.form().equals(AlertForm.of(around.choices().now()));
    }

    /** The watch goes on, and so does what was being written; what it tells from now on is told in the other language. */
    @Override
    public void takeOver(Page before) {
        if (before instanceof WatchPage other) {
            other.model.state().removeListener(other.news);
            model.state().removeListener(news);
            model = other.model;
            model.speak(words);
            model.state().addListener(news);
            interval.setValue(other.interval.getValue());
            alerts.takeOver(other.alerts);
            nameAlerts();
            show(model.now());
        }
    }

    @Override
    public Optional<Report> report() {
        return model.now().last();
    }
}
