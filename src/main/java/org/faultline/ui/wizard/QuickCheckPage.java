package org.faultline.ui.wizard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.report.KeyFact;
import org.faultline.report.Telling;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.store.Settings.Consent;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Recorder;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.VerdictModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The check by one press: before the first one the question what may be contacted, then the run and its verdict. */
public final class QuickCheckPage implements Page {

    public static final String ID = "check";

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final Recorder recorder;
    private final ChangeListener<RunState> news = (_, before, state) -> heard(before, state);
    private WizardModel model;
    /** While a report that another page made is taken over: it is kept there. */
    private Optional<Report> given = Optional.empty();
    private final WizardView wizard;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final StackPane view = new StackPane();
    private final HBox tools = new HBox();
    private final Button copy;
    private final Button export;
    private final Button check;

    public QuickCheckPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.recorder = new Recorder(around, frame);
        this.model = new WizardModel(around.workplace(), around.uiThread());
        this.wizard = new WizardView(around, frame, texts, this::again, this::leaveSaved, this::left);
        this.copy = Pieces.tool(MaterialDesignC.CLIPBOARD_TEXT_OUTLINE, texts.get("copy.summary"), this::copySummary);
        this.export = Pieces.tool(MaterialDesignE.EXPORT_VARIANT, texts.get("export"), () -> frame.go("export"));
        this.check = Pieces.tool(MaterialDesignR.REFRESH, texts.get("check.again"), this::pressed);
        check.getStyleClass().add("main");
        copy.setId("copy-summary");
        check.setId("check");
        tools.getStyleClass().add("tools");
        export.setId("export");
        tools.getChildren().setAll(check);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
        model.state().addListener(news);
        begin();
    }

    /** What may be contacted is asked before the first check, unless it was chosen elsewhere meanwhile. */
    private void begin() {
        if (around.choices().now().consent() == Consent.UNASKED) {
            ask();
        } else {
            view.getChildren().setAll(wizard);
            show(model.now());
        }
    }

    private Optional<Duration> left() {
        return model.left();
    }

    private void leaveSaved() {
        model.leaveSaved();
        if (around.choices().now().consent() == Consent.UNASKED) {
            ask();
        }
        tellWhatChanged();
    }

    private void heard(RunState before, RunState state) {
        show(state);
        keep(before, state);
    }

    /** Before the first run the whole page is one button. */
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && model.now() instanceof RunState.Idle && view.getChildren().contains(wizard)) {
            again();
            event.consume();
        }
    }

    private void ask() {
        view.getChildren().setAll(new ConsentView(texts, new ConsentModel(around.choices().now(), around.folders().settings()), change -> {
            around.choices().change(change);
            view.getChildren().setAll(wizard);
            show(model.now());
            again();
        }));
        tools.setVisible(false);
    }

    private void show(RunState state) {
        tools.setVisible(true);
        wizard.show(state);
        tools.getChildren().setAll(Stream.of(export, copy, check)
            .filter(tool -> tool == check || state.finished().isPresent() && (tool == copy || frame.has("export"))).toList());
        check.setText(texts.get(state.running() ? "cancel" : state instanceof RunState.Finished finished && finished.origin().here() ? "check.again" : "check.now.short"));
        subtitle.set(state.finished().map(this::computer).orElse(""));
        frame.tell(told(state));
    }

    /** A run that has just come to its end goes into the history; what was opened from a file or a code does not. */
    private void keep(RunState before, RunState state) {
        if (before.running() && given.isEmpty() && state instanceof RunState.Finished(Report report, _, boolean cancelled, Origin origin) && !cancelled && origin.here()) {
            recorder.ended(report, () -> model.now().finished(), wizard::changed);
        }
    }

    /** Of a run of this computer. */
    private void tellWhatChanged() {
        if (model.now() instanceof RunState.Finished(Report report, _, boolean cancelled, Origin origin) && !cancelled && origin.here()) {
            recorder.changed(report, () -> model.now().finished(), wizard::changed);
        }
    }

    private String computer(Report report) {
        String name = String.valueOf(report.machine().getOrDefault("hostname", ""));
        String adapter = new KeyFact(report.machine(), report.observations(), new Words(around.locale())).at(Stage.INTERFACE).name();
        return adapter.isEmpty() ? name : around.texts("window").get("window.subtitle", name, adapter);
    }

    private String told(RunState state) {
        return switch (state) {
            case RunState.Idle _ -> texts.get("status.idle");
            case RunState.Running _ -> texts.get("status.running");
            case RunState.Cancelling _ -> texts.get("status.cancelling");
            case RunState.Finished(Report report, _, boolean cancelled, Origin origin) -> switch (origin) {
                case Origin.Saved(Path file) -> texts.get("status.opened", file.getFileName());
                case Origin.Kept _ -> texts.get("status.opened.kept", Telling.of(report, around.locale()).title());
                case Origin.Code _ -> texts.get("status.opened.code");
                case Origin.Here _ -> texts.get(cancelled ? "status.cancelled" : "status.finished", VerdictModel.time(report.elapsed(), new Words(around.locale())));
            };
            case RunState.Crashed _ -> texts.get("status.crashed");
        };
    }

    private void pressed() {
        if (!model.cancel()) {
            again();
        }
    }

    private void copySummary() {
        report().ifPresent(report -> {
            around.desktop().copy(TextReport.write(report, TextStyle.TICKET));
            Pieces.confirm(copy, texts.get("copied"));
            frame.tell(texts.get("status.copied"));
        });
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public Node tools() {
        return tools;
    }

    @Override
    public void shown() {
        if (view.getChildren().getFirst() instanceof ConsentView) {
            begin();
        }
        frame.tell(told(model.now()));
        view.getChildren().getFirst().requestFocus();
    }

    @Override
    public boolean again() {
        if (view.getChildren().contains(wizard)) {
            model.start(around.choices().now().runProfile(around.folders().settings()));
        }
        return true;
    }

    @Override
    public boolean copy() {
        copySummary();
        return model.now().finished().isPresent();
    }

    @Override
    public boolean working() {
        return model.now().running();
    }

    @Override
    public boolean cancel() {
        return model.cancel() || wizard.back();
    }

    @Override
    public void find() {
        wizard.find();
    }

    @Override
    public void closed() {
        model.close();
        wizard.rest();
    }

    @Override
    public boolean lasts() {
        return !(model.now() instanceof RunState.Idle);
    }

    /** The run goes on, and the report is told in the other language. */
    @Override
    public void takeOver(Page before) {
        if (before instanceof QuickCheckPage other) {
            other.wizard.rest();
            other.model.state().removeListener(other.news);
            model.state().removeListener(news);
            model = other.model;
            model.state().addListener(news);
            if (other.view.getChildren().contains(other.wizard)) {
                view.getChildren().setAll(wizard);
                show(model.now());
                tellWhatChanged();
            }
        }
    }

    @Override
    public void show(Report report, Origin origin) {
        view.getChildren().setAll(wizard);
        given = Optional.of(report);
        model.show(report, origin);
        given = Optional.empty();
    }

    @Override
    public Optional<Report> report() {
        return model.now().finished().map(recorder::whole);
    }
}
