package org.faultline.ui.wizard;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.RunKind;
import org.faultline.report.ShownTime;
import org.faultline.report.SinceHealthyText;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;
import org.faultline.store.Settings.Consent;
import org.faultline.ui.detail.NodeDetail;
import org.faultline.ui.detail.NodeDetailModel;
import org.faultline.ui.detail.SidePanel;
import org.faultline.ui.detail.ToAndFro;
import org.faultline.ui.page.AfterFrames;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.LateScroll;
import org.faultline.ui.page.LeftClock;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.PathStripView;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.PortsTable;
import org.faultline.ui.page.Station;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictView;
import org.faultline.ui.tree.TreeView;

/**
 * The page of the check: the way outward and the tree at the left, the verdict at the right; where the window is too narrow for the
 * size of its text, one below the other.
 */
final class WizardView extends StackPane {

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final Runnable check;
    private final PathStripModel stripModel;
    private final VerdictModel verdictModel;
    private final PathStripView strip;
    private final VerdictView verdict;
    private final VBox top;
    private final VBox card = Pieces.card();
    private Optional<TreeView> tree = Optional.empty();
    private final SidePanel side;
    private final Columns columns;
    private final LateScroll page;
    private final SavedBanner banner;
    private final LeftClock clock;
    private RunState shown = new RunState.Idle();

    /** @param check starts one; @param back from a saved report to what this computer showed before; @param left of the run */
    WizardView(Surroundings around, Frame frame, Texts texts, Runnable check, Runnable back, Supplier<Optional<Duration>> left) {
        this.around = around;
        this.frame = frame;
        this.texts = texts;
        this.check = check;
        this.banner = new SavedBanner(texts, around.locale(), back);
        Locale locale = around.locale();
        Words words = new Words(locale);
        this.stripModel = new PathStripModel(texts, words);
        this.verdictModel = new VerdictModel(locale, texts);
        this.strip = new PathStripView(texts);
        this.top = Pieces.card(strip);
        this.verdict = VerdictView.scrollingLater(texts, words, around.desktop(), code -> frame.go("help", code));
        this.clock = new LeftClock(verdict, left, texts);
        this.side = new SidePanel(verdict, new NodeDetail(around));
        this.columns = new Columns(top, card, side);
        page = new LateScroll(columns, this::scrolled);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(new VBox(banner, page));
        AfterFrames.run(this::whole);
    }

    private ScrollPane scrolled(Node content) {
        ScrollPane pane = Pieces.scrolled(content);
        pane.setFitToHeight(true);
        return pane;
    }

    /** Made when there is something to show, or when a person sees the rest: the window opens twice as fast without it. */
    private void whole() {
        page.scroll();
        verdict.scroll();
        tree();
    }

    private TreeView tree() {
        return tree.orElseGet(() -> {
            TreeView made = new TreeView(around.locale());
            tree = Optional.of(made);
            new ToAndFro(card, side, columns::stacked, columns::oneAtATime).lead(made, this::tell);
            NodeDetailModel reasons = new NodeDetailModel(around.locale());
            made.onUnknown(question -> reasons.whyUnknown(question, shown.observed()));
            VBox.setVgrow(made, Priority.ALWAYS);
            card.getChildren().setAll(made);
            return made;
        });
    }

    private void tell(NodeRef ref) {
        side.tell(ref, shown.diagnosis().orElseGet(TreeView::unasked), shown.observed(), shown.finished());
    }

    void show(RunState state) {
        List<Station> stations = stripModel.stations(state);
        strip.show(stations);
        above(state);
        shown = state;
        if (!(state instanceof RunState.Idle)) {
            whole();
        }
        banner.show(state);
        clock.run(state.running());
        side.follow(state.running());
        state.diagnosis().ifPresentOrElse(diagnosis -> tree().show(diagnosis, state.finished(), state.running()), () -> tree.ifPresent(TreeView::showNothing));
        switch (state) {
            case RunState.Idle _ -> showIdle();
            case RunState.Running _ -> verdict.showProgress(texts.get("running.title"), texts.get("running.summary"), stations);
            case RunState.Cancelling _ -> verdict.showProgress(texts.get("cancelling.title"), texts.get("cancelling.summary"), stations);
            case RunState.Finished finished -> {
                verdict.show(verdictModel.of(finished.report(), finished.comparison()), frame.has("help"));
                SinceHealthyText.of(finished.report(), ShownTime.here(around.locale())).ifPresent(text -> changed(text.lines()));
            }
            case RunState.Crashed(Throwable why) -> verdict.showIdle(check, Mark.UNKNOWN, texts.get("crashed.title"), texts.get("crashed.summary", why));
        }
    }

    /** Above the tree: the way outward; of a report of the ports their table; nothing where a report was of one service. */
    private void above(RunState state) {
        RunKind kind = state.finished().map(RunKind::of).orElse(RunKind.WAY);
        top.setManaged(kind != RunKind.SERVICE);
        if (kind == RunKind.PORTS) {
            PortsTable ports = new PortsTable(around.texts("ports"));
            state.finished().ifPresent(ports::show);
            top.getChildren().setAll(ports);
        } else if (!top.getChildren().contains(strip)) {
            top.getChildren().setAll(strip);
        }
    }

    /** What is different since the last healthy run; belongs to the verdict that is shown. */
    void changed(List<String> lines) {
        verdict.changed(lines);
    }

    @Override
    public void requestFocus() {
        verdict.focusFirst();
    }

    void rest() {
        clock.run(false);
        strip.rest();
    }

    /** From a place of the tree to the verdict; an open search is left first. */
    boolean back() {
        return tree.filter(TreeView::searching).isEmpty() && side.back();
    }

    void find() {
        side.uncover();
        tree().openSearch();
    }

    private void showIdle() {
        boolean outward = around.choices().now().consent() == Consent.ACCEPTED;
        Node change = Pieces.link(texts.get("idle.targets"), () -> frame.go("settings", "targets " + QuickCheckPage.ID));
        verdict.showIdle(check, Mark.QUIET, texts.get("idle.title"), texts.get(outward ? "idle.summary" : "idle.summary.inside"), change);
    }
}
