package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for what makes a picture hard to read: things that lie on one another, lines through boxes, texts that do not fit. */
record Flaws(TreePicture picture, Lettering letters) {

    List<String> found() {
        List<String> found = new ArrayList<>();
        boxesThatOverlap(found);
        linesThroughBoxes(found);
        labelsOnSomething(found);
        picture.boxes().forEach(box -> textThatDoesNotFit(box, found));
        idsTakenTwice(found);
        whatLiesOutside(found);
        return found;
    }

    private void boxesThatOverlap(List<String> found) {
        List<Box> boxes = picture.boxes().stream().sorted(Comparator.comparingDouble(box -> box.place().x())).toList();
        for (int at = 0; at < boxes.size(); at++) {
            Area place = boxes.get(at).place();
            for (int next = at + 1; next < boxes.size() && boxes.get(next).place().x() < place.right(); next++) {
                if (place.overlaps(boxes.get(next).place())) {
                    found.add(boxes.get(at).id() + " overlaps " + boxes.get(next).id());
                }
            }
        }
    }

    private void linesThroughBoxes(List<String> found) {
        List<Area> insides = picture.boxes().stream().map(box -> within(box.place())).toList();
        picture.edges().forEach(edge -> boxesCrossed(edge, insides, found));
    }

    private void boxesCrossed(Edge edge, List<Area> insides, List<String> found) {
        for (int at = 1; at < edge.points().size(); at++) {
            Point from = edge.points().get(at - 1);
            Point to = edge.points().get(at);
            if (from.x() != to.x() && Math.abs(from.y() - to.y()) > 1.01) {
                found.add(edge.id() + " is neither upright nor level");
            }
            Area line = new Area(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.abs(from.x() - to.x()), Math.abs(from.y() - to.y()));
            for (int box = 0; box < insides.size(); box++) {
                if (insides.get(box).overlaps(line)) {
                    found.add(edge.id() + " crosses " + picture.boxes().get(box).id());
                }
            }
        }
    }

    /** A line may end at the rim. */
    private static Area within(Area place) {
        return new Area(place.x() + 0.01, place.y() + 0.01, place.width() - 0.02, place.height() - 0.02);
    }

    private void labelsOnSomething(List<String> found) {
        List<Edge> labelled = picture.edges().stream().filter(edge -> edge.label().isPresent()).toList();
        for (Edge edge : labelled) {
            Area place = edge.label().orElseThrow().place();
            for (Box box : picture.boxes()) {
                if (box.place().overlaps(place)) {
                    found.add("label of " + edge.id() + " lies on " + box.id());
                }
            }
            for (Edge other : labelled) {
                if (other != edge && other.label().orElseThrow().place().overlaps(place)) {
                    found.add("labels of " + edge.id() + " and " + other.id());
                }
            }
        }
    }

    private void textThatDoesNotFit(Box box, List<String> found) {
        double size = box.kind() == Box.Kind.OPENER ? Lettering.SMALL : 1;
        boolean tooWide = box.lines().stream().anyMatch(line -> letters.width(line, box.strong()) * size > box.text().width() + 0.01);
        boolean tooHigh = box.lines().size() * letters.lineHeight() > box.text().height() + 0.01;
        if (tooWide || tooHigh || !box.place().contains(box.text())) {
            found.add(box.id() + " is too small for " + box.lines());
        }
    }

    private void idsTakenTwice(List<String> found) {
        Set<String> ids = new HashSet<>();
        picture.boxes().stream().map(Box::id).filter(id -> !ids.add(id)).forEach(id -> found.add(id + " stands for two boxes"));
        picture.edges().stream().map(Edge::id).filter(id -> !ids.add(id)).forEach(id -> found.add(id + " stands for two things"));
    }

    private void whatLiesOutside(List<String> found) {
        Area sheet = new Area(0, 0, picture.width(), picture.height());
        picture.boxes().stream().filter(box -> !sheet.contains(box.place())).forEach(box -> found.add(box.id() + " lies outside"));
        picture.edges().stream().flatMap(edge -> edge.points().stream()).filter(point -> !sheet.contains(new Area(point.x(), point.y(), 0, 0)))
            .forEach(point -> found.add(point + " lies outside"));
    }
}
