package org.faultline.ui.tree;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and touch on the tree: dragging moves it, the wheel scrolls it, with Ctrl it zooms. */
final class TreeMouse {

    private final Framing framing;
    private double lastX;
    private double lastY;

    private TreeMouse(Framing framing) {
        this.framing = framing;
    }

    /** @param pressed beside all boxes: the tree takes the keyboard */
    static void listenTo(Viewport viewport, Framing framing, Runnable pressed) {
        TreeMouse mouse = new TreeMouse(framing);
        viewport.setOnMousePressed(event -> {
            mouse.at(event);
            pressed.run();
            // What scrolls around it would take the keyboard.
            event.consume();
        });
        viewport.setOnMouseDragged(event -> {
            framing.pan(event.getX() - mouse.lastX, event.getY() - mouse.lastY);
            mouse.at(event);
        });
        viewport.setOnScroll(mouse::scroll);
        viewport.setOnZoom(event -> framing.zoom(event.getZoomFactor(), event.getX(), event.getY()));
    }

    private void at(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown() || event.isShortcutDown()) {
            framing.zoom(Math.pow(1.0022, event.getDeltaY()), event.getX(), event.getY());
        } else {
            framing.scroll(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }
}
