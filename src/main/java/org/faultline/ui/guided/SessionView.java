package org.faultline.ui.guided;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.faultline.run.Guide;
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
        Label measure = new Label();
        measure.setManaged(false);
        measure.setVisible(false);
        this.page = Pieces.scrolled(new SessionColumns(steps, step, kept, () -> measure.getFont().getSize()));
        getChildren().addAll(page, measure);
        sceneProperty().flatMap(Scene::focusOwnerProperty)
            .addListener((_, _, owner) -> look.around().uiThread().run(() -> Optional.ofNullable(owner).ifPresent(this::reveal)));
    }

    /** Scrolls to what has the keyboard, wherever it came from. */
    private void reveal(Node node) {
        if (page.getScene() == null || !isWithin(node, page.getContent())) {
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

    private static boolean isWithin(Node node, Node content) {
        return node == content || Optional.ofNullable(node.getParent()).filter(parent -> isWithin(parent, content)).isPresent();
    }

    void show(GuidedState state, Guide guide) {
        steps.show(StepMark.of(state, guide, look.texts(), look.words()));
        step.show(state, guide);
        kept.show(state, guide);
    }

    /** Puts the keyboard where the session goes on. */
    void focusOnward() {
        step.focusOnward();
    }
}
