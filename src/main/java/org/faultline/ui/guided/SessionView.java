package org.faultline.ui.guided;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.faultline.run.Guide;
import org.faultline.ui.page.Focus;
import org.faultline.ui.page.Pieces;

/** A session under way. */
final class SessionView extends StackPane {

    private final Outlook look;
    private final StepsView steps;
    private final StepView step;
    private final KeptView kept;
    private final ScrollPane page;

    SessionView(Outlook look) {
        this.look = look;
        this.steps = new StepsView(look.texts());
        this.step = new StepView(look);
        this.kept = new KeptView(look);
        SessionColumns columns = new SessionColumns(steps, step, kept);
        this.page = Pieces.scrolled(columns);
        page.vvalueProperty().addListener(_ -> columns.scrolled(top(), page.getViewportBounds().getHeight()));
        page.viewportBoundsProperty().addListener(_ -> columns.scrolled(top(), page.getViewportBounds().getHeight()));
        getChildren().add(page);
        sceneProperty().flatMap(Scene::focusOwnerProperty)
            .addListener((_, _, owner) -> look.around().uiThread().run(() -> Optional.ofNullable(owner).ifPresent(this::reveal)));
    }

    /** Scrolls to what has the keyboard, wherever it came from. */
    private void reveal(Node node) {
        if (page.getScene() == null || !Focus.isWithin(node, page.getContent())) {
            return;
        }
        page.applyCss();
        page.layout();
        Bounds there = page.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = page.getViewportBounds().getHeight();
        double hidden = page.getContent().getBoundsInLocal().getHeight() - seen;
        double top = page.getVvalue() * Math.max(0, hidden);
        if (seen > 1 && hidden > 0 && (there.getMinY() < top || there.getMaxY() > top + seen)) {
            page.setVvalue(Math.clamp((there.getMaxY() - seen * 0.75) / hidden, 0, 1));
        }
    }

    void show(GuidedState state, Guide guide) {
        steps.show(StepMark.of(state, guide, look.texts(), look.words()));
        double top = top();
        Optional<Held> held = held(top);
        if (step.show(state, guide)) {
            stay(top, held);
        }
        kept.show(state, guide);
    }

    private double hidden() {
        return Math.max(0, page.getContent().getBoundsInLocal().getHeight() - page.getViewportBounds().getHeight());
    }

    /** So much of the page lies above what is in sight. */
    private double top() {
        return page.getVvalue() * hidden();
    }

    /** What had the keyboard, by its id, and how far below the upper rim of what is in sight. */
    private record Held(String id, double below) { }

    private Optional<Held> held(double top) {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(node -> node.getId() != null && Focus.isWithin(node, step))
            .map(node -> new Held(node.getId(), y(node) - top));
    }

    /** On the page, from its very beginning. */
    private double y(Node node) {
        return page.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
    }

    /** What has the keyboard stays where it is, though the page above it may have become longer or shorter. */
    private void stay(double top, Optional<Held> held) {
        if (page.getScene() != null && hidden() > 0) {
            page.applyCss();
            page.layout();
            double to = held.flatMap(was -> Optional.ofNullable(step.lookup("#" + was.id())).map(node -> y(node) - was.below())).orElse(top);
            page.setVvalue(Math.clamp(to / Math.max(1, hidden()), 0, 1));
        }
    }

    void writeNote() {
        kept.write();
    }

    /** Puts the keyboard where the session goes on. */
    void focusOnward() {
        step.focusOnward();
    }
}
