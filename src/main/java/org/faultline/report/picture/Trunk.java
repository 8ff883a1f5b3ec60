package org.faultline.report.picture;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Truth;
import org.faultline.report.picture.Outline.Branch;

/** Draws the stages from left to right, and below each one its strand or the small picture of it. */
final class Trunk {

    private final Outline outline;
    private final Opened opened;
    private final Measures measures;
    private final Shapes shapes;
    private final Sheet sheet;

    Trunk(Outline outline, Opened opened, Measures measures, Shapes shapes, Sheet sheet) {
        this.outline = outline;
        this.opened = opened;
        this.measures = measures;
        this.shapes = shapes;
        this.sheet = sheet;
    }

    void draw() {
        List<Box> stages = outline.stages().stream().map(shapes::stage).toList();
        double height = stages.stream().mapToDouble(box -> box.place().height()).max().orElse(0);
        double x = measures.of(16);
        for (int at = 0; at < stages.size(); at++) {
            Branch branch = outline.stages().get(at);
            Box stage = Shapes.high(Shapes.at(stages.get(at), x + indentOf(branch), measures.of(16)), height);
            sheet.add(stage);
            double right = Math.max(stage.place().right(), isOpen(branch) ? open(branch, stage, x) : closed(branch, stage));
            if (at + 1 < stages.size()) {
                x = joined(stage, branch, outline.stages().get(at + 1), right);
            }
        }
    }

    /** @return where the next stage begins */
    private double joined(Box stage, Branch left, Branch next, double right) {
        boolean walked = left.state() != State.QUIET && left.state() != State.ASKING && next.state() != State.QUIET;
        String text = shapes.label(List.of(walked ? answer(left.state()) : Truth.YES));
        double x = right + measures.stageGap(text);
        double y = stage.place().centreY();
        double indent = (measures.stageGap(text) - measures.small(text)) / 2;
        Edge.Label label = sheet.labelAbove(text, stage.place().right() + indent, y - measures.of(2));
        sheet.edge("trunk/" + next.id(), walked ? left.state() : State.QUIET, walked, Optional.of(label), new Point(stage.place().right(), y),
            new Point(x + indentOf(next), y));
        return x;
    }

    private boolean isOpen(Branch branch) {
        return !branch.strand().places().isEmpty() && opened.isOpen(branch.id(), outline.focus().equals(Optional.of(branch.stage())));
    }

    /** An open stage stands above the middle of its questions, which are wider. */
    private double indentOf(Branch branch) {
        return isOpen(branch) ? (measures.width() - measures.stageWidth()) / 2 : 0;
    }

    /** A stage that is still being judged says what would lead on. */
    private static Truth answer(State state) {
        return switch (state) {
            case GOOD, INFO, WARNING, NEUTRAL, QUIET, ASKING -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
            case FAULT -> Truth.NO;
        };
    }

    private double open(Branch branch, Box stage, double x) {
        Place first = branch.strand().places().getFirst();
        double top = stage.place().bottom() + measures.below();
        double centre = stage.place().centreX();
        boolean walked = first.walked() || first.state() == State.ASKING;
        Optional<Edge.Label> label = branch.state() == State.FAULT
            ? Optional.of(sheet.labelBelow(shapes.label(List.of(Truth.NO)), centre + measures.of(7), stage.place().bottom() + measures.of(5)))
            : Optional.empty();
        StrandDrawing drawing = new StrandDrawing(branch.stage(), opened, measures, shapes, sheet);
        StrandDrawing.Extent extent = drawing.draw(branch.id(), branch.strand(), x, top);
        sheet.edge(branch.id() + "/in", walked ? branch.state() : State.QUIET, walked, label,
            new Point(centre, stage.place().bottom()), new Point(centre, extent.first()));
        return extent.right();
    }

    private double closed(Branch branch, Box stage) {
        double bottom = new Miniature(branch, measures, sheet).draw(stage.place().centreX(), stage.place().bottom());
        Box opener = shapes.opener(branch);
        sheet.add(Shapes.at(opener, stage.place().centreX() - opener.place().width() / 2, bottom + measures.of(6)));
        return Math.max(stage.place().right(), stage.place().centreX() + opener.place().width() / 2);
    }
}
