package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Remedy;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** The verdict panel: one sentence with where, what to do, on what it rests. */
public final class VerdictView extends VBox {

    /** More would push what can be tried by hand out of sight; a press shows the rest. */
    private static final int LINES_OF_EVIDENCE = 6;

    private final Texts texts;
    private final Words words;
    private final Desktop desktop;
    private final Consumer<String> explain;
    private final RemedySteps remedies;
    private final VBox head = new VBox();
    private final VBox body = new VBox();
    private final LateScroll scroll = new LateScroll(body, Pieces::scrolled);
    private final VBox changed = new VBox();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label left = Pieces.text("", "small", "muted");

    /** @param explain opens the help on a code */
    public VerdictView(Texts texts, Words words, Desktop desktop, Consumer<String> explain) {
        this(texts, words, desktop, explain, LateScroll::scroll);
    }

    /** One whose content scrolls only after {@link #scroll}. */
    public static VerdictView scrollingLater(Texts texts, Words words, Desktop desktop, Consumer<String> explain) {
        return new VerdictView(texts, words, desktop, explain, _ -> { });
    }

    private VerdictView(Texts texts, Words words, Desktop desktop, Consumer<String> explain, Consumer<LateScroll> first) {
        this.texts = texts;
        this.words = words;
        this.desktop = desktop;
        this.explain = explain;
        this.remedies = new RemedySteps(texts, words, desktop);
        setId("verdict");
        getStyleClass().addAll("card", "verdict");
        head.setId("verdict-head");
        head.getStyleClass().add("verdict-head");
        head.setAccessibleRole(AccessibleRole.TEXT);
        head.setFocusTraversable(true);
        body.getStyleClass().add("verdict-body");
        bar.setId("progress-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("progress"));
        left.setId("time-left");
        changed.setId("changed");
        changed.getStyleClass().add("rows");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        first.accept(scroll);
    }

    /** What does not fit scrolls, from now on: see {@link LateScroll}. */
    public void scroll() {
        scroll.scroll();
    }

    /** Hears that a step of what to do was taken. */
    @FunctionalInterface
    public interface Tried {
        /** @param number of the step, from 1 */
        void step(int number, Remedy remedy);
    }

    /**
     * From now on each step of what to do has a button that says it was taken.
     *
     * @param already numbers of those that were taken before
     */
    public void onTried(Tried listener, Set<Integer> already) {
        remedies.onTried(listener, already);
    }

    /** How high it is when nothing of it need scroll. */
    public double wholeHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return snapSizeY(head.prefHeight(inner) + body.prefHeight(inner) + snappedTopInset() + snappedBottomInset()) + 2;
    }

    private void head(Mark mark, String title, String where, String summary, String spoken) {
        head.getStyleClass().setAll("verdict-head", mark.styleClass());
        Label sentence = Pieces.text(title, "verdict-title");
        sentence.setId("verdict-title");
        VBox lines = new VBox(sentence);
        if (!where.isEmpty()) {
            Label between = Pieces.text(where, "small");
            between.setId("verdict-where");
            lines.getChildren().add(between);
        }
        HBox first = new HBox(Pieces.icon(mark), lines);
        first.getStyleClass().add("verdict-first");
        HBox.setHgrow(lines, Priority.ALWAYS);
        Label explanation = Pieces.text(summary);
        explanation.setId("verdict-summary");
        head.getChildren().setAll(first, explanation);
        head.setAccessibleText(spoken);
        head.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** What is to be pressed first; the verdict itself where there is one. */
    public void focusFirst() {
        body.getChildren().stream().filter(Button.class::isInstance).findFirst().orElse(head).requestFocus();
    }

    /** A state without a verdict, in words alone. */
    public void showWords(String title, String summary) {
        head(Mark.QUIET, title, "", summary, title + ". " + summary);
        body.getChildren().clear();
    }

    /** Before anything was checked. */
    public void showIdle(Runnable check, Mark mark, String title, String summary, Node... more) {
        head(mark, title, "", summary, title + ". " + summary);
        Button button = Pieces.mainButton(texts.get("check.now"), check);
        button.setId("check-now");
        // What scrolls joins the scene only when it is first drawn.
        button.sceneProperty().addListener((_, _, scene) -> Optional.ofNullable(scene).ifPresent(_ -> button.requestFocus()));
        button.setMaxWidth(Double.MAX_VALUE);
        body.getChildren().setAll(button);
        body.getChildren().addAll(more);
    }

    /** While a run goes on: each stage with how it stands. */
    public void showProgress(String title, String summary, List<Station> stations) {
        head(Mark.RUNNING, title, "", summary, title);
        long decided = stations.stream().filter(station -> station.mark() != Mark.QUIET && station.mark() != Mark.RUNNING).count();
        bar.setProgress((double) decided / stations.size());
        progress();
        stations.forEach(station -> body.getChildren().add(Pieces.standing(station.mark(), words.stageName(station.stage()), station.word())));
    }

    /** While something goes on of which nothing is known but how long it may still take. */
    public void showBusy(String title, String summary) {
        head(Mark.RUNNING, title, "", summary, title);
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progress();
    }

    private void progress() {
        HBox progress = new HBox(Pieces.heading(texts.get("progress")), Pieces.spring(), left);
        progress.setAlignment(Pos.BASELINE_LEFT);
        body.getChildren().setAll(progress, bar);
    }

    /** Beside the progress of a run: how long it may still take. */
    public void left(String words) {
        left.setText(words);
    }

    /** @param canExplain whether there is help on codes */
    public void show(VerdictText verdict, boolean canExplain) {
        head(verdict.mark(), verdict.title(), verdict.where(), verdict.summary(), verdict.spoken());
        body.getChildren().clear();
        scroll.toTop();
        verdict.change().ifPresent(this::change);
        steps(verdict.steps());
        evidence(verdict);
        hideChanged();
        others(verdict.others());
        byHand(verdict);
        if (canExplain && !verdict.code().isEmpty()) {
            Node more = Pieces.link(texts.get("explain"), () -> explain.accept(verdict.code()));
            more.setId("explain");
            body.getChildren().add(more);
        }
    }

    private void change(VerdictText.Change change) {
        VBox lines = new VBox(Pieces.text(change.sentence(), "strong"));
        change.lines().forEach(line -> lines.getChildren().add(Pieces.text(line, "small")));
        HBox box = new HBox(Pieces.icon(change.mark()), lines);
        box.setId("change");
        box.getStyleClass().addAll("change", change.mark().styleClass());
        body.getChildren().add(box);
    }

    private void steps(List<Remedy> steps) {
        if (!steps.isEmpty()) {
            body.getChildren().add(Pieces.heading(texts.get("todo")));
            body.getChildren().addAll(remedies.rows(steps));
            body.getChildren().add(line());
        }
    }

    private void evidence(VerdictText verdict) {
        if (verdict.evidence().isEmpty()) {
            return;
        }
        Label effort = Pieces.text(verdict.effort(), "small", "muted");
        HBox heading = new HBox(Pieces.heading(texts.get("evidence")), Pieces.spring(), effort);
        heading.setAlignment(Pos.BASELINE_LEFT);
        body.getChildren().add(heading);
        List<VerdictText.Line> lines = verdict.evidence();
        int shown = lines.size() <= LINES_OF_EVIDENCE + 1 ? lines.size() : LINES_OF_EVIDENCE;
        VBox rows = new VBox();
        rows.setId("evidence");
        rows.getStyleClass().add("rows");
        lines.stream().limit(shown).map(this::row).forEach(rows.getChildren()::add);
        body.getChildren().add(rows);
        if (shown < lines.size()) {
            var more = Pieces.link(texts.get("evidence.more", lines.size() - shown), () -> { });
            more.setOnAction(_ -> {
                lines.stream().skip(shown).map(this::row).forEach(rows.getChildren()::add);
                body.getChildren().remove(more);
                rows.getChildren().get(shown).requestFocus();
            });
            body.getChildren().add(more);
        }
        body.getChildren().add(line());
    }

    private Node row(VerdictText.Line line) {
        return Pieces.row(line.mark(), line.spoken(), line.sentence(), line.method());
    }

    /** Reading the history takes a moment longer than the verdict: room is kept below the evidence. */
    private void hideChanged() {
        changed.getChildren().clear();
        changed.setVisible(false);
        changed.setManaged(false);
        body.getChildren().add(changed);
    }

    /** Below the evidence of the verdict that is shown: since when, and then each thing that is different. */
    public void changed(List<String> lines) {
        if (!body.getChildren().contains(changed) || lines.isEmpty()) {
            return;
        }
        String since = lines.getFirst();
        changed.getChildren().setAll(lines.size() > 1 ? Pieces.heading(since) : Pieces.text(since, "small", "muted"));
        lines.stream().skip(1).forEach(line -> changed.getChildren().add(Pieces.text(line)));
        changed.getChildren().add(line());
        changed.setVisible(true);
        changed.setManaged(true);
    }

    private void others(List<VerdictText.Other> others) {
        if (others.isEmpty()) {
            return;
        }
        body.getChildren().add(Pieces.heading(texts.get("others")));
        for (VerdictText.Other other : others) {
            body.getChildren().add(Pieces.standing(other.mark(), other.title(), other.severity()));
        }
        body.getChildren().add(line());
    }

    private void byHand(VerdictText verdict) {
        verdict.byHand().ifPresent(hand -> body.getChildren().addAll(Pieces.heading(texts.get("byhand")),
            Pieces.text(hand.question(), "small"), Pieces.command(hand.command(), texts, desktop),
            Pieces.text(texts.get("why", hand.why()), "small", "muted")));
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("rule");
        return line;
    }
}
