package org.faultline.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;

/** Finds words and fields that cannot be seen whole: beyond the edge, behind something that does not scroll, or on top of each other. */
final class Misfits {

    private static final double TOLERANCE = 1.5;
    private static final double BOUNDLESS = 1e6;

    private final List<String> found = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(Node node, String words, Bounds bounds, List<ScrollPane> within) { }

    /** Call on the UI thread, after the layout. */
    static List<String> in(Parent root, double width, double height) {
        Misfits misfits = new Misfits();
        misfits.look(root, new BoundingBox(0, 0, width, height), List.of());
        misfits.overlaps();
        return misfits.found;
    }

    private void look(Node node, Bounds room, List<ScrollPane> within) {
        if (!node.isVisible() || node.getStyleClass().contains("tree-viewport") || scrollsItself(node)) {
            return;
        }
        if (node instanceof Labeled labeled) {
            check(node, labeled.getText() == null ? "" : labeled.getText(), room, within);
        } else if (node instanceof TextInputControl input) {
            check(node, "field " + input.getId(), room, within);
        } else if (node instanceof ScrollPane scroll) {
            List<ScrollPane> deeper = new ArrayList<>(within);
            deeper.add(scroll);
            look(scroll.getContent(), inside(scroll, room), deeper);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, room, within));
        }
    }

    private static boolean scrollsItself(Node node) {
        return node instanceof VirtualFlow<?> || node instanceof TableView<?>;
    }

    /** What scrolls has no end in that direction. */
    private static Bounds inside(ScrollPane scroll, Bounds room) {
        Bounds pane = scroll.localToScene(scroll.getLayoutBounds());
        boolean aside = scroll.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
        double minX = aside ? -BOUNDLESS : Math.max(room.getMinX(), pane.getMinX());
        double maxX = aside ? BOUNDLESS : Math.min(room.getMaxX(), pane.getMaxX());
        return new BoundingBox(minX, -BOUNDLESS, maxX - minX, 2 * BOUNDLESS);
    }

    private void check(Node node, String words, Bounds room, List<ScrollPane> within) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (words.isBlank() || bounds.getWidth() < 1) {
            return;
        }
        if (bounds.getMinX() < room.getMinX() - TOLERANCE || bounds.getMaxX() > room.getMaxX() + TOLERANCE
            || bounds.getMinY() < room.getMinY() - TOLERANCE || bounds.getMaxY() > room.getMaxY() + TOLERANCE) {
            found.add("beyond the edge: " + words);
        }
        seen.add(new Seen(node, words, bounds, within));
    }

    private void overlaps() {
        for (int one = 0; one < seen.size(); one++) {
            for (int other = one + 1; other < seen.size(); other++) {
                if (seen.get(one).within().equals(seen.get(other).within()) && overlap(seen.get(one).bounds(), seen.get(other).bounds())) {
                    found.add("on top of each other: " + seen.get(one).words() + " | " + seen.get(other).words());
                }
            }
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > 2 * TOLERANCE
            && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > 2 * TOLERANCE;
    }
}
