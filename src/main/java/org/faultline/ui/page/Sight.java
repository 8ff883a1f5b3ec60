package org.faultline.ui.page;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;

/** What of a page that scrolls can be seen. */
public final class Sight {

    private Sight() { }

    private static Optional<ScrollPane> around(Node node) {
        return Optional.ofNullable(node.getParent()).flatMap(parent -> parent instanceof ScrollPane pane ? Optional.of(pane) : around(parent));
    }

    /** How high what can be seen at once is; boundless where nothing scrolls. */
    public static double height(Node node) {
        return around(node).map(pane -> pane.getViewportBounds().getHeight()).filter(height -> height > 0).orElse(Double.MAX_VALUE);
    }

    /** Tells whenever what can be seen at once has another height, until this is ended; nothing where nothing scrolls. */
    static Subscription onOtherHeight(Node node, Runnable listener) {
        return around(node).map(pane -> pane.viewportBoundsProperty().map(Bounds::getHeight).subscribe((_, _) -> listener.run())).orElse(Subscription.EMPTY);
    }

    /** Gives the keyboard to a field, and scrolls until what it stands in is as far up as it can be; also on a page that was shown just now. */
    public static void lead(Node field, Node within) {
        field.requestFocus();
        Optional.ofNullable(field.getScene()).map(Scene::getRoot).ifPresent(root -> {
            root.applyCss();
            root.layout();
        });
        toTop(within);
    }

    /** Scrolls until this is as far up as it can be. */
    public static void toTop(Node node) {
        toTop(node, node);
    }

    /** The innermost of what scrolls first. */
    private static void toTop(Node node, Node within) {
        around(within).ifPresent(pane -> {
            pane.applyCss();
            pane.layout();
            Node content = pane.getContent();
            double beyond = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
            double above = content.sceneToLocal(node.localToScene(0, 0)).getY();
            pane.setVvalue(beyond <= 0 ? 0 : Math.clamp(above / beyond, 0, 1));
            toTop(node, pane);
        });
    }
}
