package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.report.picture.Place.Asked;
import org.faultline.report.picture.Place.Side;

/**
 * Draws a strand downward and its sides to the right of it, each a strand of its own. What a side holds lies between the top of its
 * question and the top of the next one, so nothing meets. A side that leads back does so beneath all sides of its question.
 */
final class StrandDrawing {

    /** So many places may follow the last one that was walked; more are folded away. */
    private static final int SHOWN_AFTER = 5;

    private final Stage stage;
    private final Opened opened;
    private final Measures measures;
    private final Shapes shapes;
    private final Sheet sheet;

    StrandDrawing(Stage stage, Opened opened, Measures measures, Shapes shapes, Sheet sheet) {
        this.stage = stage;
        this.opened = opened;
        this.measures = measures;
        this.shapes = shapes;
        this.sheet = sheet;
    }

    /**
     * @param middle height at which a line comes in from the left
     * @param first  top of the first box, where a line comes in from above
     * @param tail   the line that leads on; nothing where the strand ends for good
     */
    record Extent(double right, double bottom, double middle, double first, Optional<Tail> tail) { }

    /** The loose end of a line that leads out of a place or a strand downward. */
    record Tail(String id, Point from, Optional<Edge.Label> label, State state, boolean walked) { }

    /** A line from a side that leads back, as far as the lane beneath its question. */
    record Back(String id, List<Point> points, Optional<Edge.Label> label, State state, boolean walked) { }

    /** One place with all of its sides. */
    record Row(Box box, double right, double bottom, Tail tail, List<Back> backs) { }

    Extent draw(String id, Strand strand, double x, double top) {
        List<Place> shown = shown(id, strand);
        Row row = row(shown.getFirst(), x, top);
        Box first = row.box();
        double right = row.right();
        for (Place place : shown.subList(1, shown.size())) {
            Row next = row(place, x, below(row));
            connect(row, next.box());
            right = Math.max(right, next.right());
            row = next;
        }
        if (shown.size() < strand.places().size()) {
            row = rest(id, strand, shown.size(), x, row);
        }
        Optional<Tail> tail = strand.goesOn() ? Optional.of(end(row)) : Optional.empty();
        double bottom = row.backs().isEmpty() ? row.bottom() : lane(row);
        return new Extent(right, bottom, first.place().centreY(), first.place().y(), tail);
    }

    private List<Place> shown(String id, Strand strand) {
        List<Place> places = strand.places();
        int last = places.size() - 1;
        while (last >= 0 && !places.get(last).walked() && places.get(last).state() != State.ASKING) {
            last--;
        }
        boolean all = last < 0 || places.size() - 1 - last <= SHOWN_AFTER || opened.isOpen(id + "/rest", false);
        return all ? places : places.subList(0, last + 1);
    }

    private Row rest(String id, Strand strand, int shown, double x, Row before) {
        Strand hidden = new Strand(strand.places().subList(shown, strand.places().size()), strand.goesOn(), false);
        Box more = Shapes.at(shapes.more(id + "/rest", hidden, stage, State.QUIET, false), x, below(before));
        sheet.add(more);
        connect(before, more);
        return new Row(more, more.place().right(), more.place().bottom(), tail(more, Optional.empty(), false), List.of());
    }

    private double below(Row row) {
        return row.bottom() + measures.below() + (row.backs().isEmpty() ? 0 : measures.of(9));
    }

    private double lane(Row row) {
        return row.bottom() + measures.of(21);
    }

    private void connect(Row from, Box to) {
        double centre = to.place().centreX();
        double top = to.place().y();
        Tail tail = from.tail();
        sheet.edge(tail.id(), tail.state(), tail.walked(), tail.label(), tail.from(), new Point(centre, top));
        for (Back back : from.backs()) {
            List<Point> path = led(back, lane(from), centre);
            if (back.walked()) {
                path.add(new Point(centre, top));
            }
            sheet.edge(back.id(), back.state(), back.walked(), back.label(), path.toArray(Point[]::new));
        }
    }

    /** Where a strand leads back to the one it turned off from: by its last answer, or by a side that came back before. */
    private Tail end(Row last) {
        double centre = last.box().place().centreX();
        Tail tail = last.tail();
        last.backs().forEach(back -> sheet.edge(back.id(), back.state(), back.walked(), back.label(),
            led(back, lane(last), centre).toArray(Point[]::new)));
        Optional<Back> taken = last.backs().stream().filter(Back::walked).findFirst();
        if (taken.isEmpty()) {
            return tail;
        }
        Point join = new Point(centre, lane(last));
        sheet.edge(tail.id(), tail.state(), tail.walked(), tail.label(), tail.from(), join);
        return new Tail(taken.get().id() + "/on", join, Optional.empty(), taken.get().state(), true);
    }

    private static List<Point> led(Back back, double lane, double centre) {
        List<Point> path = new ArrayList<>(back.points());
        path.add(new Point(back.points().getLast().x(), lane));
        path.add(new Point(centre, lane));
        return path;
    }

    private Row row(Place place, double x, double top) {
        Box plain = shapes.place(place);
        Box box = Shapes.at(plain, x, top + lead(place) - plain.place().height() / 2);
        sheet.add(box);
        return switch (place) {
            case Place.Leaf leaf -> new Row(box, box.place().right(), box.place().bottom(), tail(box, Optional.empty(), leaf.walked()), List.of());
            case Asked asked -> new SideDrawing(this, asked, box).draw();
        };
    }

    /** From the top of a place to the middle of its box, which is that of its first side as well. */
    double lead(Place place) {
        double half = shapes.place(place).place().height() / 2;
        return place instanceof Asked asked && !asked.sides().isEmpty() ? Math.max(half, lead(asked.sides().getFirst())) : half;
    }

    double lead(Side side) {
        return standsOpen(side) ? lead(side.strand().places().getFirst()) : closed(side).place().height() / 2;
    }

    boolean standsOpen(Side side) {
        return !side.isLeaf() && opened.isOpen(side.id(), side.walked());
    }

    /** A side in one box: its only leaf, or how much is folded away. */
    Box closed(Side side) {
        return side.isLeaf() ? shapes.place(side.strand().places().getFirst())
            : shapes.more(side.id(), side.strand(), stage, side.walked() ? side.strand().worst() : State.QUIET, side.walked());
    }

    Tail tail(Box box, Optional<Edge.Label> label, boolean walked) {
        Point from = new Point(box.place().centreX(), box.place().bottom());
        return new Tail(box.id() + "/on", from, label, walked ? box.state() : State.QUIET, walked);
    }

    /** What leads down from a question: the answer that was given, or those that would. */
    Tail tail(Box box, Asked asked) {
        List<Truth> answers = asked.wentOnward() ? asked.ref().answer().stream().toList() : asked.onward();
        Edge.Label label = sheet.labelBelow(shapes.label(answers), box.place().centreX() + measures.of(7), box.place().bottom() + measures.of(5));
        return tail(box, Optional.of(label).filter(_ -> !answers.isEmpty()), asked.wentOnward());
    }

    Measures measures() {
        return measures;
    }

    Shapes shapes() {
        return shapes;
    }

    Sheet sheet() {
        return sheet;
    }

    Stage stage() {
        return stage;
    }
}
