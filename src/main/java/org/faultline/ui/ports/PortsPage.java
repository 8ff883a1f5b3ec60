package org.faultline.ui.ports;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.model.Report;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.LeftClock;
import org.faultline.ui.page.OneRun;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.PortsTable;
import org.faultline.ui.page.Recorder;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What is open here? The list at the left with how to mend what stands open, the verdict at the right. */
public final class PortsPage implements Page {

    public static final String ID = "ports";

    private static final TextStyle TICKET = new TextStyle(110, true, false, TextStyle.Detail.USUAL);

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final Recorder recorder;
    private final VerdictModel verdictModel;
    private final VerdictView verdict;
    private final LeftClock clock;
    private final PortsTable table;
    private final Button save;
    private final HBox tools = new HBox();
    private final VBox view = new VBox();
    private final ChangeListener<OneRun.State> news = (_, _, state) -> heard(state);
    private PortsModel model;
    /** The page listed the ports itself, as it does until a person asks for more. */
    private boolean byItself = true;
    /** A list of its own was kept; more of them would say the same. */
    private boolean kept;
    private boolean away = true;

    public PortsPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.recorder = new Recorder(around, frame);
        this.model = new PortsModel(around.workplace(), around.folders(), around.uiThread());
        Texts check = around.texts("check");
        this.table = new PortsTable(texts);
        this.verdictModel = new VerdictModel(around.locale(), check);
        this.verdict = new VerdictView(check, new Words(around.locale()), around.desktop(), code -> frame.go("help", code));
        this.clock = new LeftClock(verdict, this::left, check);
        this.save = Pieces.tool(MaterialDesignC.CONTENT_SAVE_OUTLINE, texts.get("save"), this::save);
        layOut();
        follow(model);
    }

    private void follow(PortsModel followed) {
        model.run().state().removeListener(news);
        model = followed;
        model.run().state().addListener(news);
        show(model.run().now());
    }

    private Optional<Duration> left() {
        return model.run().left();
    }

    private void heard(OneRun.State state) {
        show(state);
        state.finished().ifPresent(_ -> frame.tell(table.counted()));
        state.whole().ifPresent(report -> {
            if (byItself && kept) {
                recorder.changed(report, () -> model.run().now().finished(), verdict::changed);
            } else {
                recorder.ended(report, () -> model.run().now().finished(), verdict::changed);
            }
            kept = true;
        });
    }

    private void layOut() {
        save.setId("ports-save");
        Button scan = Pieces.tool(MaterialDesignM.MAGNIFY_SCAN, texts.get("scan"), () -> start(true));
        scan.setId("ports-scan");
        Button list = Pieces.tool(MaterialDesignR.REFRESH, texts.get("list"), this::again);
        list.setId("ports-list");
        list.getStyleClass().add("main");
        tools.getStyleClass().add("tools");
        tools.getChildren().setAll(save, scan, list);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = Pieces.card(table, Pieces.text(texts.get("limit"), "small", "muted"));
        view.getStyleClass().add("asking-page");
        VBox.setVgrow(beside(left), Priority.ALWAYS);
    }

    private Beside beside(VBox left) {
        Beside both = new Beside(left, verdict).narrowBelow(76).leftAlone(26).rightAlone(verdict::wholeHeight);
        view.getChildren().setAll(both);
        return both;
    }

    private void show(OneRun.State state) {
        save.setDisable(state.finished().isEmpty());
        clock.run(state instanceof OneRun.State.Running);
        switch (state) {
            case OneRun.State.Idle _ -> verdict.showWords(texts.get("idle.title"), texts.get("idle.summary"));
            case OneRun.State.Running _ -> verdict.showBusy(texts.get("running.title"), texts.get("running.summary"));
            case OneRun.State.Crashed(Throwable why) -> verdict.showWords(texts.get("crashed.title"), texts.get("crashed.summary", why));
            case OneRun.State.Finished(Report report, _) -> show(report);
        }
    }

    private void show(Report report) {
        table.show(report);
        verdict.show(verdictModel.of(report, Optional.empty()), frame.has("help"));
    }

    private void save() {
        report().ifPresent(report -> {
            try {
                frame.tell(texts.get(model.save(report) ? "saved" : "saved.nothing"));
            } catch (IOException e) {
                frame.problem(texts.get("saved.not"), String.valueOf(e.getMessage()));
            }
        });
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public Node tools() {
        return tools;
    }

    /** The list is quick and asks nobody anything: it need not be asked for, and what is shown is how it is now. */
    @Override
    public void shown() {
        if (byItself && away) {
            model.start(false);
        }
        away = false;
    }

    @Override
    public void hidden() {
        away = true;
    }

    @Override
    public boolean byItself() {
        return byItself;
    }

    @Override
    public boolean again() {
        start(false);
        return true;
    }

    /** A person wants it. */
    private void start(boolean scan) {
        byItself = false;
        model.start(scan);
    }

    @Override
    public boolean working() {
        return model.run().now() instanceof OneRun.State.Running;
    }

    @Override
    public boolean cancel() {
        return model.run().cancel();
    }

    @Override
    public boolean copy() {
        Optional<Report> report = report();
        report.ifPresent(made -> around.desktop().copy(TextReport.write(made, TICKET)));
        return report.isPresent();
    }

    @Override
    public Optional<Report> report() {
        return model.run().now().finished().map(recorder::whole);
    }

    @Override
    public void closed() {
        model.run().close();
        clock.run(false);
    }

    @Override
    public boolean lasts() {
        return !(model.run().now() instanceof OneRun.State.Idle);
    }

    /** What is being looked at goes on, and what was found is told in the other language. */
    @Override
    public void takeOver(Page before) {
        if (before instanceof PortsPage other) {
            other.model.run().state().removeListener(other.news);
            other.clock.run(false);
            byItself = other.byItself;
            kept = other.kept;
            away = other.away;
            follow(other.model);
            model.run().now().whole().ifPresent(report -> recorder.changed(report, () -> model.run().now().finished(), verdict::changed));
        }
    }
}
