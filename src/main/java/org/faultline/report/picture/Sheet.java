package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The picture while it is drawn: boxes and edges in the order in which they were put down. */
final class Sheet {

    private final List<Box> boxes = new ArrayList<>();
    private final List<Edge> quiet = new ArrayList<>();
    private final List<Edge> walked = new ArrayList<>();
    private final Measures measures;

    Sheet(Measures measures) {
        this.measures = measures;
    }

    void add(Box box) {
        boxes.add(box);
    }

    void edge(String id, State state, boolean solid, Optional<Edge.Label> label, Point... points) {
        (solid ? walked : quiet).add(new Edge(id, List.of(points), label, state, solid, false));
    }

    void thin(String id, State state, boolean solid, Point... points) {
        (solid ? walked : quiet).add(new Edge(id, List.of(points), Optional.empty(), state, solid, true));
    }

    /** A label whose left lower corner is here. */
    Edge.Label labelAbove(String text, double x, double y) {
        return new Edge.Label(text, new Area(x, y - measures.smallLine(), measures.small(text), measures.smallLine()));
    }

    /** A label whose left upper corner is here. */
    Edge.Label labelBelow(String text, double x, double y) {
        return new Edge.Label(text, new Area(x, y, measures.small(text), measures.smallLine()));
    }

    /** Solid edges lie above quiet ones. */
    TreePicture picture() {
        List<Edge> edges = new ArrayList<>(quiet);
        edges.addAll(walked);
        double margin = measures.of(16);
        double right = boxes.stream().mapToDouble(box -> box.place().right()).max().orElse(0);
        double bottom = boxes.stream().mapToDouble(box -> box.place().bottom()).max().orElse(0);
        double lowest = edges.stream().flatMap(edge -> edge.points().stream()).mapToDouble(Point::y).max().orElse(0);
        return new TreePicture(boxes, edges, right + margin, Math.max(bottom, lowest) + margin, measures.line());
    }
}
