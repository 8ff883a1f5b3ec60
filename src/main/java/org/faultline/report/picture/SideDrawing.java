package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Truth;
import org.faultline.report.picture.Place.Asked;
import org.faultline.report.picture.Place.Side;
import org.faultline.report.picture.StrandDrawing.Back;
import org.faultline.report.picture.StrandDrawing.Extent;
import org.faultline.report.picture.StrandDrawing.Row;

/** Draws the sides of one question, one below the other, with the lines that lead into them and back. */
final class SideDrawing {

    private final StrandDrawing strands;
    private final Measures measures;
    private final Asked asked;
    private final Box question;
    private final List<Back> backs = new ArrayList<>();
    private double right;
    private double bottomOfSides;

    SideDrawing(StrandDrawing strands, Asked asked, Box question) {
        this.strands = strands;
        this.measures = strands.measures();
        this.asked = asked;
        this.question = question;
        this.right = question.place().right();
        this.bottomOfSides = question.place().bottom();
    }

    Row draw() {
        double x = question.place().right() + measures.sideGap();
        List<Side> sides = asked.sides();
        for (int at = 0; at < sides.size(); at++) {
            Side side = sides.get(at);
            double top = at == 0 ? question.place().centreY() - strands.lead(side) : bottomOfSides + measures.betweenSides();
            side(side, x, top, at == sides.size() - 1);
        }
        return new Row(question, right, Math.max(question.place().bottom(), bottomOfSides), strands.tail(question, asked), backs);
    }

    private void side(Side side, double x, double top, boolean last) {
        boolean open = strands.standsOpen(side);
        Extent extent = open ? strands.draw(side.id(), side.strand(), x, top) : closed(side, x, top);
        lineIn(side, x, extent.middle(), open);
        right = Math.max(right, extent.right());
        bottomOfSides = extent.bottom();
        extent.tail().filter(tail -> open || tail.walked()).ifPresent(tail -> back(side, tail, last));
    }

    private Extent closed(Side side, double x, double top) {
        Box box = Shapes.at(strands.closed(side), x, top);
        strands.sheet().add(box);
        Optional<StrandDrawing.Tail> tail = Optional.of(strands.tail(box, Optional.empty(), side.walked() && side.strand().through()))
            .filter(_ -> side.strand().goesOn());
        return new Extent(box.place().right(), box.place().bottom(), box.place().centreY(), box.place().y(), tail);
    }

    private void lineIn(Side side, double x, double middle, boolean open) {
        double start = question.place().right();
        double from = question.place().centreY();
        double end = open ? x - measures.of(16) : x;
        State state = side.walked() ? asked.state() : State.QUIET;
        if (open) {
            Box fold = strands.shapes().fold(side.id(), strands.stage(), state, side.walked());
            strands.sheet().add(Shapes.at(fold, end, middle - fold.place().height() / 2));
        }
        List<Point> points = new ArrayList<>(List.of(new Point(start, from)));
        if (Math.abs(from - middle) > measures.of(1)) {
            points.add(new Point(start + measures.outLane(), from));
            points.add(new Point(start + measures.outLane(), middle));
        }
        points.add(new Point(end, middle));
        List<Truth> answers = side.walked() ? asked.ref().answer().stream().toList() : side.answers();
        Edge.Label label = strands.sheet().labelAbove(strands.shapes().label(answers), start + measures.of(24), middle - measures.of(2));
        strands.sheet().edge(side.id() + "/in", state, side.walked(), Optional.of(label), points.toArray(Point[]::new));
    }

    /** The last side leads back along the lane beneath the question; one above it must first get past the others. */
    private void back(Side side, StrandDrawing.Tail tail, boolean last) {
        List<Point> points = new ArrayList<>(List.of(tail.from()));
        if (!last) {
            double lane = bottomOfSides + measures.of(tail.label().isPresent() ? 21 : 8);
            double x = question.place().right() + measures.backLane();
            points.add(new Point(tail.from().x(), lane));
            points.add(new Point(x, lane));
            bottomOfSides = lane;
        }
        backs.add(new Back(side.id() + "/back", points, tail.label(), tail.walked() ? asked.state() : State.QUIET, tail.walked()));
    }
}
