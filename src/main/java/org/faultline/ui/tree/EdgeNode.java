package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Text;
import org.faultline.report.picture.Area;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.Point;

/** One line of the picture with its answer. */
final class EdgeNode extends Group {

    private static final double CORNER = 7;

    private final Path path = new Path();
    private final Text label = new Text();

    EdgeNode() {
        setManaged(false);
        setMouseTransparent(true);
        path.setManaged(false);
        label.setManaged(false);
        getChildren().setAll(path, label);
    }

    void show(Edge edge) {
        Looks.wear(path, Looks.of(edge));
        path.getElements().setAll(rounded(edge.points()));
        label.setVisible(edge.label().isPresent());
        edge.label().ifPresent(answer -> {
            List<String> classes = Looks.of(edge.state(), edge.walked());
            classes.addFirst("tree-answer");
            Looks.wear(label, classes);
            label.setText(answer.text());
            Area place = answer.place();
            label.setX(place.x());
            label.setY(place.centreY() + place.height() * 0.29);
        });
    }

    /** Corners are rounded as far as the lines allow. */
    private static List<PathElement> rounded(List<Point> points) {
        List<PathElement> way = new ArrayList<>(List.of(new MoveTo(points.getFirst().x(), points.getFirst().y())));
        for (int at = 1; at < points.size() - 1; at++) {
            Point corner = points.get(at);
            Point before = toward(corner, points.get(at - 1));
            Point after = toward(corner, points.get(at + 1));
            way.add(new LineTo(before.x(), before.y()));
            way.add(new QuadCurveTo(corner.x(), corner.y(), after.x(), after.y()));
        }
        way.add(new LineTo(points.getLast().x(), points.getLast().y()));
        return way;
    }

    private static Point toward(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
