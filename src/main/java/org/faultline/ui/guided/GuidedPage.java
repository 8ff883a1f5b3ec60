package org.faultline.ui.guided;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.report.Telling;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.run.Guide;
import org.faultline.store.GuidedSessions;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Recorder;
import org.faultline.ui.page.Surroundings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** The guided session as a page of the window. */
public final class GuidedPage implements Page {

    public static final String ID = "guided";

    private static final String QUICK_CHECK = "check";

    private final Recorder recorder;
    private final ChangeListener<GuidedState> news = (_, before, now) -> heard(before, now);
    private Outlook look;
    private GuidedModel model;
    private final StackPane view = new StackPane();
    private final HBox tools = new HBox();
    private final Button copy;
    private final Button finish;
    private final Button write;
    private Optional<SessionView> session = Optional.empty();
    private Runnable onward = () -> { };
    private Optional<Report> finished = Optional.empty();
    private boolean opened;

    public GuidedPage(Surroundings around, Frame frame) {
        this.model = new GuidedModel(around.workplace(), () -> around.choices().now().runProfile(around.folders().settings()),
            new GuidedSessions(around.folders()), around.uiThread());
        this.look = Outlook.of(around, frame, model);
        this.copy = Pieces.tool(MaterialDesignC.CLIPBOARD_TEXT_OUTLINE, look.texts().get("copy.summary"), this::copySummary);
        this.finish = Pieces.tool(MaterialDesignC.CHECK_ALL, look.texts().get("finish"), () -> model.finish());
        this.write = Pieces.tool(MaterialDesignN.NOTE_EDIT_OUTLINE, look.texts().get("note.write"), () -> session.ifPresent(SessionView::writeNote));
        copy.setId("guided-copy");
        finish.setId("guided-finish");
        write.setId("guided-write");
        tools.getStyleClass().add("tools");
        tools.getChildren().setAll(write, copy, finish);
        this.recorder = new Recorder(around, frame);
        model.state().addListener(news);
        view.addEventHandler(KeyEvent.KEY_PRESSED, GuidedPage::pressFocused);
        view.getChildren().setAll(Pieces.text(look.texts().get("opening"), "muted"));
        show(model.now(), model.now());
    }

    private void heard(GuidedState before, GuidedState now) {
        show(before, now);
        finished(before, now).ifPresent(run -> {
            finished = Optional.of(run);
            recorder.keep(run);
        });
    }

    /** Enter presses the button that has the keyboard, as the space bar does, so that a session can be led with one key. */
    private static void pressFocused(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    /** The run of a session that has just been finished; one that was left halfway tells too little to compare with. */
    private static Optional<Report> finished(GuidedState before, GuidedState now) {
        return now.guide().isPresent() ? Optional.empty() : before.guide().filter(guide -> guide.atVerdict() && !guide.measured().isEmpty()).map(Guide::report);
    }

    private void show(GuidedState before, GuidedState now) {
        boolean running = now.guide().isPresent();
        tools.setVisible(running);
        copy.setDisable(now.guide().filter(guide -> !guide.measured().isEmpty()).isEmpty());
        if (now.activity() instanceof Activity.Opening) {
            return;
        }
        now.guide().ifPresentOrElse(guide -> show(now, guide), () -> {
            session = Optional.empty();
            StartView start = new StartView(look, now);
            view.getChildren().setAll(start);
            onward = start::focusOnward;
            focusOnward();
        });
        if (before.activity().getClass() != now.activity().getClass() || !before.guide().map(Guide::at).equals(now.guide().map(Guide::at))
            || !verdict(before).equals(verdict(now))) {
            look.frame().tell(told(before, now));
        }
    }

    /** The verdict that stands on the page; empty before the last step. */
    private static Optional<Verdict> verdict(GuidedState state) {
        return state.guide().filter(Guide::atVerdict).map(guide -> guide.report().diagnosis().verdict());
    }

    private void show(GuidedState now, Guide guide) {
        boolean fresh = session.isEmpty();
        SessionView shown = session.orElseGet(() -> new SessionView(look));
        session = Optional.of(shown);
        shown.show(now, guide);
        if (fresh) {
            view.getChildren().setAll(shown);
            onward = shown::focusOnward;
            focusOnward();
        }
    }

    /** What scrolls is in the scene, and can have the keyboard, only once it has been styled. */
    private void focusOnward() {
        view.applyCss();
        onward.run();
    }

    /** One line for the status bar, which a screen reader speaks: what changed. */
    private String told(GuidedState before, GuidedState now) {
        if (now.guide().isEmpty()) {
            return look.texts().get(before.guide().isPresent() ? "status.finished" : "status.idle");
        }
        Guide guide = now.guide().get();
        if (before.guide().isEmpty() && now.resumed()) {
            return look.texts().get("resumed");
        }
        String step = guide.stage().map(look.words()::stageName).orElse(look.texts().get("step.verdict"));
        return switch (now.activity()) {
            case Activity.Measuring _ -> look.texts().get("status.measuring", step);
            case Activity.Crashed(Throwable why) -> look.texts().get("crashed", why);
            case Activity.Opening _, Activity.Resting _ -> resting(guide, step);
        };
    }

    private String resting(Guide guide, String step) {
        if (guide.atVerdict()) {
            return look.texts().get("status.verdict", Telling.of(guide.report(), look.locale()).title());
        }
        return guide.stage().flatMap(guide::result).map(result -> look.texts().get("status.measured", step, look.words().status(result.status())))
            .orElse(step);
    }

    private void copySummary() {
        measured().ifPresent(report -> {
            look.around().desktop().copy(TextReport.write(report, TextStyle.TICKET));
            Pieces.confirm(copy, look.around().texts("check").get("copied"));
            look.frame().tell(look.texts().get("status.copied"));
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

    @Override
    public void shown() {
        if (!opened) {
            opened = true;
            model.open();
        }
        focusOnward();
    }

    @Override
    public void closed() {
        model.close();
    }

    @Override
    public boolean lasts() {
        return opened;
    }

    /** The session goes on, also the step that is being measured, and is told in the other language. */
    @Override
    public void takeOver(Page before) {
        if (before instanceof GuidedPage other) {
            other.model.state().removeListener(other.news);
            model.state().removeListener(news);
            model.close();
            model = other.model;
            finished = other.finished;
            look = Outlook.of(look.around(), look.frame(), model);
            opened = true;
            model.state().addListener(news);
            show(model.now(), model.now());
        }
    }

    @Override
    public Optional<Report> report() {
        return model.now().guide().isPresent() ? measured() : finished.filter(this::isLatest);
    }

    private Optional<Report> measured() {
        return model.now().guide().filter(guide -> !guide.measured().isEmpty()).map(Guide::report);
    }

    /** A finished session can still be handed over until something newer was checked. */
    private boolean isLatest(Report run) {
        return look.frame().page(QUICK_CHECK).flatMap(Page::report).filter(other -> other.started().isAfter(run.started())).isEmpty();
    }

    /** Measures the shown step, or at the verdict checks again. */
    @Override
    public boolean again() {
        model.now().guide().ifPresent(guide -> {
            if (guide.atVerdict()) {
                model.checkAgain();
            } else {
                model.measure();
            }
        });
        return model.now().guide().isPresent();
    }

    @Override
    public boolean working() {
        return model.now().measuring();
    }

    @Override
    public boolean cancel() {
        return model.cancel();
    }
}
