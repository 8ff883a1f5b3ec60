package org.faultline.report.picture;

import java.util.List;
import org.faultline.report.picture.Place.Asked;
import org.faultline.report.picture.Place.Leaf;
import org.faultline.report.picture.Place.Side;

/** The small picture of a closed stage: its questions as bars down a line, what turns off as dots beside them. */
final class Miniature {

    private final Outline.Branch branch;
    private final Measures measures;
    private final Sheet sheet;

    Miniature(Outline.Branch branch, Measures measures, Sheet sheet) {
        this.branch = branch;
        this.measures = measures;
        this.sheet = sheet;
    }

    /** @return where it ends */
    double draw(double centre, double top) {
        double y = top;
        double before = top;
        boolean came = branch.strand().places().stream().findFirst().filter(Place::walked).isPresent();
        State state = branch.state();
        for (Place place : branch.strand().places()) {
            y += measures.of(8);
            boolean solid = came && place.walked();
            sheet.thin(place.id() + "/mini-in", solid ? state : State.QUIET, solid, new Point(centre, before), new Point(centre, y));
            bar(place, centre, y);
            before = y + measures.of(8);
            y = before;
            came = place instanceof Asked asked && asked.cameThrough();
            state = place.state();
        }
        return y;
    }

    private void bar(Place place, double centre, double y) {
        double half = place instanceof Asked ? measures.of(9) : measures.of(5);
        Area area = new Area(centre - half, y, 2 * half, measures.of(8));
        sheet.add(mini(place.id(), place instanceof Asked ? Box.Kind.MINI_QUESTION : Box.Kind.MINI_LEAF, area, place.state(), place.walked(),
            place instanceof Leaf leaf && leaf.verdict(), place.ref()));
        List<Side> sides = place instanceof Asked asked ? asked.sides() : List.of();
        double left = area.right();
        for (Side side : sides) {
            State state = side.walked() ? side.strand().worst() : State.QUIET;
            boolean strong = side.strand().all().anyMatch(end -> end instanceof Leaf leaf && leaf.verdict());
            Area dot = new Area(left + measures.of(7), y + measures.of(1), measures.of(6), measures.of(6));
            sheet.thin(side.id() + "/mini-in", state, side.walked(), new Point(left, y + measures.of(4)), new Point(dot.x(), y + measures.of(4)));
            sheet.add(mini(side.id(), Box.Kind.MINI_LEAF, dot, state, side.walked(), strong, place.ref()));
            left = dot.right();
        }
    }

    private static Box mini(String id, Box.Kind kind, Area area, State state, boolean walked, boolean strong, NodeRef ref) {
        return new Box(id + "/mini", kind, area, area, List.of(), state, Mark.NONE, walked, strong, ref);
    }
}
