package org.faultline.ui.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.TreePicture;

/** The picture as nodes of the toolkit. A node stays the same as long as its box does; only what changed is touched. */
final class TreeSheet extends Group {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private static final double REACH = 10_000;
    /** From the stages to the rim below them. */
    private static final double RIM = 6;
    private static final double INDENT = 8;
    private static final double ROOM_FOR_ANSWER = 40;

    private final Group lines = new Group();
    private final Group boxes = new Group();
    /** The stages: stay in sight at the upper rim. */
    private final Group trunk = new Group();
    private final Rectangle strip = new Rectangle();
    /** Below the stages while they are kept in sight: what is below it is further down than it looks. */
    private final Line rim = new Line();
    private final Group trunkLines = new Group();
    private final Group stages = new Group();
    private final Map<String, Double> room = new HashMap<>();
    private final Miniatures miniatures = new Miniatures();
    private final Map<String, BoxNode> boxNodes = new HashMap<>();
    private final Map<String, EdgeNode> edgeNodes = new HashMap<>();
    private final Map<String, Object> shown = new HashMap<>();
    private final Descriptions descriptions;
    private final Consumer<String> press;

    TreeSheet(Descriptions descriptions, Consumer<String> press) {
        this.descriptions = descriptions;
        this.press = press;
        getStyleClass().add("tree-sheet");
        strip.getStyleClass().add("tree-strip");
        strip.setManaged(false);
        rim.getStyleClass().add("tree-rim");
        rim.setManaged(false);
        trunk.getChildren().addAll(strip, rim, trunkLines, stages);
        getChildren().setAll(lines, miniatures, boxes, trunk);
    }

    void show(TreePicture picture, FxLetters letters) {
        Set<String> ids = new HashSet<>();
        for (Edge edge : picture.edges()) {
            if (!edge.thin()) {
                ids.add(edge.id());
                edge(edge);
            }
        }
        for (Box box : picture.boxes()) {
            if (!box.kind().mini()) {
                ids.add(box.id());
                box(box, letters, picture);
            }
        }
        strip.setX(-REACH);
        strip.setWidth(picture.width() + 2 * REACH);
        strip.setY(-REACH);
        rim.setStartX(-REACH);
        rim.setEndX(picture.width() + REACH);
        rim.setStartY(trunkHeight(picture) + RIM);
        rim.setEndY(rim.getStartY());
        stripe();
        remove(edgeNodes, id -> !ids.contains(id), lines, trunkLines);
        remove(boxNodes, id -> !ids.contains(id), boxes, stages);
        shown.keySet().retainAll(ids);
        miniatures.show(picture);
        roomToMove(picture);
    }

    /** Down to the lower rim of the stages. */
    static double trunkHeight(TreePicture picture) {
        return picture.boxes().stream().filter(box -> box.kind() == Box.Kind.STAGE).mapToDouble(box -> box.place().bottom()).max().orElse(0);
    }

    /**
     * Keeps the stages in sight: at the upper rim, and each at the left rim as long as anything of its questions can be seen.
     *
     * @param x what of the sheet lies at the left rim of the window
     * @param y what of it lies at the upper one
     */
    void stick(double x, double y) {
        trunk.setTranslateY(Math.max(0, y));
        rim.setVisible(y > RIM);
        stripe();
        room.forEach((id, free) -> node(id).ifPresent(node -> node.setTranslateX(Math.clamp(x + INDENT - node.getLayoutX(), 0, free))));
    }

    private void stripe() {
        strip.setHeight(REACH + rim.getStartY() - (rim.isVisible() ? 0 : RIM));
    }

    /** How many stages lie beyond these places of the sheet with more than half of their width. */
    OutOfSight.Count outOfSight(double left, double right) {
        List<Double> middles = stages.getChildren().stream().map(node -> node.getLayoutX() + node.getTranslateX() + node.getLayoutBounds().getWidth() / 2).toList();
        return new OutOfSight.Count((int) middles.stream().filter(x -> x < left).count(), (int) middles.stream().filter(x -> x > right).count());
    }

    /** How far each stage can move to the right before it meets the next one or the end of the sheet. */
    private void roomToMove(TreePicture picture) {
        room.clear();
        double end = picture.width();
        for (Box box : picture.boxes().reversed()) {
            if (box.kind() == Box.Kind.STAGE) {
                room.put(box.id(), Math.max(0, end - box.place().right() - ROOM_FOR_ANSWER));
                end = box.place().x();
            }
        }
    }

    /** Other letters: nothing can stay as it is. */
    void forget() {
        shown.clear();
    }

    private void edge(Edge edge) {
        EdgeNode node = edgeNodes.computeIfAbsent(edge.id(), _ -> {
            EdgeNode made = new EdgeNode();
            layer(edge).getChildren().add(made);
            return made;
        });
        if (!edge.equals(shown.put(edge.id(), edge))) {
            node.show(edge);
            if (edge.walked() && layer(edge) == lines && lines.getChildren().getLast() != node) {
                node.toFront();
            }
        }
    }

    private Group layer(Edge edge) {
        return edge.id().startsWith("trunk/") ? trunkLines : lines;
    }

    private void box(Box box, FxLetters letters, TreePicture picture) {
        BoxNode node = boxNodes.computeIfAbsent(box.id(), id -> {
            BoxNode made = new BoxNode(box, () -> press.accept(id));
            made.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                    press.accept(id);
                    event.consume();
                }
            });
            (box.kind() == Box.Kind.STAGE ? stages : boxes).getChildren().add(made);
            return made;
        });
        boolean same = box.equals(shown.put(box.id(), box)) && box.kind() != Box.Kind.STAGE;
        if (!same) {
            node.show(box, letters, descriptions.role(box), descriptions.says(box, picture));
        }
    }

    private static <N extends Node> void remove(Map<String, N> nodes, Predicate<String> gone, Group... parents) {
        Set<Node> leaving = new HashSet<>();
        nodes.entrySet().removeIf(entry -> {
            boolean leaves = gone.test(entry.getKey());
            if (leaves) {
                leaving.add(entry.getValue());
            }
            return leaves;
        });
        if (!leaving.isEmpty()) {
            List.of(parents).forEach(parent -> parent.getChildren().removeAll(leaving));
        }
    }

    Optional<BoxNode> node(String id) {
        return Optional.ofNullable(boxNodes.get(id));
    }

    /** The box that has the keyboard. */
    Optional<String> focused() {
        return boxNodes.entrySet().stream().filter(entry -> entry.getValue().isFocused()).map(Map.Entry::getKey).findFirst();
    }

    /** Gives the keyboard to the box at which it enters, unless a box has it. */
    void takeKeyboard() {
        if (focused().isEmpty()) {
            boxNodes.values().stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        }
    }

    /** Shows where the search is; nothing with an empty id. */
    void found(String id) {
        boxNodes.forEach((other, node) -> node.pseudoClassStateChanged(FOUND, other.equals(id)));
    }

    /** The one box at which the keyboard enters. */
    void entrance(String id) {
        boxNodes.forEach((other, node) -> node.setFocusTraversable(other.equals(id)));
    }
}
