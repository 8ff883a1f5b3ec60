package org.faultline.ui.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;
import org.faultline.ui.detail.NodeDetail;
import org.faultline.ui.detail.NodeDetailModel;
import org.faultline.ui.detail.SidePanel;
import org.faultline.ui.detail.ToAndFro;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.LeftClock;
import org.faultline.ui.page.OneRun;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Recorder;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.tree.TreeView;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictView;

/** Is my service up? A field above, the tree at the left, the verdict at the right. */
public final class ServicePage implements Page {

    public static final String ID = "service";

    private static final Diagnosis UNASKED = new Diagnosis(new Verdict(Verdict.Status.UNDECIDED, Optional.empty(), List.of(), Duration.ZERO), List.of(),
        List.of(new StageResult(Stage.SERVICE, StageStatus.NOT_RUN, Duration.ZERO, List.of(), Optional.empty())));

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final Recorder recorder;
    private final VerdictModel verdictModel;
    private final VerdictView verdict;
    private final LeftClock clock;
    private final TreeView tree;
    private final SidePanel side;
    private final TextField field = new TextField();
    private final Button ask;
    private final Label refusal = Pieces.text("", "problem");
    private final VBox view = new VBox();
    private final ChangeListener<OneRun.State> news = (_, _, state) -> heard(state);
    private ServiceModel model;

    public ServicePage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.recorder = new Recorder(around, frame);
        this.model = new ServiceModel(around.workplace(), around.uiThread());
        Texts check = around.texts("check");
        this.verdictModel = new VerdictModel(around.locale(), check);
        this.verdict = new VerdictView(check, new Words(around.locale()), around.desktop(), code -> frame.go("help", code));
        this.clock = new LeftClock(verdict, this::left, check);
        this.tree = new TreeView(around.locale());
        this.side = new SidePanel(verdict, new NodeDetail(around));
        NodeDetailModel reasons = new NodeDetailModel(around.locale());
        tree.onUnknown(question -> reasons.whyUnknown(question, report().map(Report::observations).orElse(List.of())));
        this.ask = Pieces.mainButton(texts.get("ask"), this::pressed);
        layOut();
        follow(model);
    }

    private void follow(ServiceModel followed) {
        model.run().state().removeListener(news);
        model = followed;
        model.run().state().addListener(news);
        refusal.textProperty().bind(model.refusal());
        show(model.run().now());
    }

    private Optional<Duration> left() {
        return model.run().left();
    }

    private void heard(OneRun.State state) {
        show(state);
        state.finished().ifPresent(_ -> frame.tell(texts.get("finished", model.last().orElse(""))));
        state.whole().ifPresent(report -> recorder.ended(report, () -> model.run().now().finished(), verdict::changed));
    }

    private void layOut() {
        field.setId("service-target");
        field.setPromptText(texts.get("prompt"));
        field.setAccessibleText(texts.get("field"));
        field.setOnAction(_ -> pressed());
        HBox.setHgrow(field, Priority.ALWAYS);
        ask.setId("service-ask");
        HBox line = new HBox(field, ask);
        line.getStyleClass().add("ask-line");
        line.setAlignment(Pos.CENTER_LEFT);
        refusal.setId("service-refusal");
        Pieces.visibleWhile(refusal, refusal.textProperty().isNotEmpty());
        Label label = Pieces.heading(texts.get("field"));
        label.setLabelFor(field);
        VBox top = Pieces.card(label, line, refusal, Pieces.text(texts.get("hint"), "small", "muted"));
        VBox left = Pieces.card(tree);
        VBox.setVgrow(tree, Priority.ALWAYS);
        Beside below = new Beside(left, side).rightFirst().leftAtOnce(15, 38)
            .rightAlone(side::wholeHeight).rightInstead(side::told, covered -> side.covers(left, covered));
        new ToAndFro(left, side, below::stacked, below::stacked).lead(tree, this::tell);
        VBox.setVgrow(below, Priority.ALWAYS);
        view.getStyleClass().add("asking-page");
        view.getChildren().setAll(top, below);
    }

    private void show(OneRun.State state) {
        ask.setText(texts.get(state instanceof OneRun.State.Running ? "cancel" : "ask"));
        side.follow(state instanceof OneRun.State.Running);
        clock.run(state instanceof OneRun.State.Running);
        switch (state) {
            case OneRun.State.Idle _ -> {
                verdict.showWords(texts.get("idle.title"), texts.get("idle.summary"));
                tree.show(UNASKED, Optional.empty(), false);
            }
            case OneRun.State.Running _ -> verdict.showBusy(texts.get("running.title", model.last().orElse("")), texts.get("running.summary"));
            case OneRun.State.Crashed(Throwable why) -> verdict.showWords(texts.get("crashed.title"), texts.get("crashed.summary", why));
            case OneRun.State.Finished(Report report, _) -> {
                verdict.show(verdictModel.of(report, Optional.empty()), frame.has("help"));
                tree.show(report.diagnosis(), Optional.of(report), false);
            }
        }
    }

    private void tell(NodeRef ref) {
        report().ifPresentOrElse(report -> side.tell(ref, report), () -> side.tell(ref, UNASKED, List.of(), Optional.empty()));
    }

    private void pressed() {
        if (!model.run().cancel()) {
            model.ask(field.getText(), () -> around.choices().now().runProfile(around.folders().settings()));
        }
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        field.requestFocus();
    }

    @Override
    public void open(String topic) {
        field.setText(topic);
        again();
    }

    @Override
    public boolean again() {
        model.ask(field.getText(), () -> around.choices().now().runProfile(around.folders().settings()));
        return true;
    }

    @Override
    public boolean working() {
        return model.run().now() instanceof OneRun.State.Running;
    }

    @Override
    public boolean cancel() {
        return model.run().cancel() || !tree.searching() && side.back();
    }

    @Override
    public boolean copy() {
        Optional<Report> report = report();
        report.ifPresent(made -> around.desktop().copy(TextReport.write(made, TextStyle.TICKET)));
        return report.isPresent();
    }

    @Override
    public Optional<Report> report() {
        return model.run().now().finished().map(recorder::whole);
    }

    @Override
    public void find() {
        side.uncover();
        tree.openSearch();
    }

    @Override
    public void closed() {
        model.run().close();
        clock.run(false);
    }

    @Override
    public boolean lasts() {
        return !(model.run().now() instanceof OneRun.State.Idle) || !field.getText().isEmpty();
    }

    /** What is being asked goes on, and what was found is told in the other language. */
    @Override
    public void takeOver(Page before) {
        if (before instanceof ServicePage other) {
            other.model.run().state().removeListener(other.news);
            other.clock.run(false);
            field.setText(other.field.getText());
            follow(other.model);
            model.run().now().whole().ifPresent(report -> recorder.changed(report, () -> model.run().now().finished(), verdict::changed));
        }
    }
}
