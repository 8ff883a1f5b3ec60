package org.faultline.ui.page;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Content that scrolls from some moment on: when a window opens, its bars, some forty nodes for each pane, would hold up the first frame,
 * and nobody scrolls before that. As wide as the content would be.
 */
public final class LateScroll extends StackPane {

    private final Region content;
    private final Function<Node, ScrollPane> pane;
    private boolean scrolls;

    public LateScroll(Region content, Function<Node, ScrollPane> pane) {
        super(content);
        this.content = content;
        this.pane = pane;
        setMinHeight(0);
    }

    /** From now on it scrolls; the keyboard stays where it is. */
    public void scroll() {
        if (scrolls) {
            return;
        }
        scrolls = true;
        Optional<Node> focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(owner -> Focus.isWithin(owner, content));
        ScrollPane scrolling = Pieces.direct(pane.apply(content));
        getChildren().setAll(scrolling);
        if (scrolling.getSkin() == null) {
            scrolling.setSkin(new ScrollPaneSkin(scrolling));
        }
        focused.ifPresent(Node::requestFocus);
    }

    /** Shows the beginning. */
    public void toTop() {
        if (getChildren().getFirst() instanceof ScrollPane scrolling) {
            scrolling.setVvalue(0);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }
}
