package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.faultline.report.picture.Area;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.Point;
import org.faultline.report.picture.TreePicture;

/** The small pictures of closed stages: what looks alike is one shape, so that hundreds of bars and dots cost little. */
final class Miniatures extends Group {

    private final Map<List<String>, Path> shapes = new HashMap<>();

    Miniatures() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(TreePicture picture) {
        Map<List<String>, List<PathElement>> drawn = new HashMap<>();
        picture.edges().stream().filter(Edge::thin).forEach(edge -> line(drawn.computeIfAbsent(key(edge), _ -> new ArrayList<>()), edge.points()));
        picture.boxes().stream().filter(box -> box.kind().mini())
            .forEach(box -> round(drawn.computeIfAbsent(key(box), _ -> new ArrayList<>()), box.place(), box.kind() == Box.Kind.MINI_LEAF));
        shapes.keySet().retainAll(drawn.keySet());
        drawn.forEach((looks, elements) -> shapes.computeIfAbsent(looks, Miniatures::shape).getElements().setAll(elements));
        List<Path> all = shapes.entrySet().stream().sorted((one, other) -> Boolean.compare(one.getKey().contains("walked"), other.getKey().contains("walked")))
            .map(Map.Entry::getValue).toList();
        if (!getChildren().equals(all)) {
            getChildren().setAll(all);
        }
    }

    private static Path shape(List<String> looks) {
        Path path = new Path();
        path.setManaged(false);
        path.getStyleClass().setAll(looks.subList(1, looks.size()));
        return path;
    }

    /** One shape a stage, so that only what is in sight is drawn. */
    private static List<String> key(Edge edge) {
        List<String> key = Looks.of(edge);
        key.addFirst(edge.id().substring(0, Math.max(0, edge.id().indexOf('/'))));
        return key;
    }

    private static List<String> key(Box box) {
        List<String> key = Looks.of(box.state(), box.walked());
        key.addFirst("tree-mini");
        if (box.strong()) {
            key.add("strong-end");
        }
        key.addFirst(box.ref().stage().id());
        return key;
    }

    private static void line(List<PathElement> elements, List<Point> points) {
        elements.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        points.subList(1, points.size()).forEach(point -> elements.add(new LineTo(point.x(), point.y())));
    }

    private static void round(List<PathElement> elements, Area place, boolean end) {
        double radius = end ? Math.min(place.height(), place.width()) / 2 : 2;
        elements.add(new MoveTo(place.x() + radius, place.y()));
        corner(elements, place.right() - radius, place.y(), place.right(), place.y() + radius, radius);
        corner(elements, place.right(), place.bottom() - radius, place.right() - radius, place.bottom(), radius);
        corner(elements, place.x() + radius, place.bottom(), place.x(), place.bottom() - radius, radius);
        corner(elements, place.x(), place.y() + radius, place.x() + radius, place.y(), radius);
        elements.add(new ClosePath());
    }

    private static void corner(List<PathElement> elements, double fromX, double fromY, double toX, double toY, double radius) {
        elements.add(new LineTo(fromX, fromY));
        elements.add(new ArcTo(radius, radius, 0, toX, toY, false, true));
    }
}
