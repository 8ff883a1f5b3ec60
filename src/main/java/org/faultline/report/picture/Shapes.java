package org.faultline.report.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.report.picture.Outline.Branch;
import org.faultline.report.picture.Place.Asked;
import org.faultline.report.picture.Place.Leaf;

/** Makes the boxes: their words, and how large they must be for them. */
final class Shapes {

    private final Measures measures;
    private final Captions captions;

    Shapes(Measures measures, Captions captions) {
        this.measures = measures;
        this.captions = captions;
    }

    /** At the origin; {@link #at} puts it where it belongs. */
    Box stage(Branch branch) {
        Mark mark = Mark.of(branch.state());
        boolean walked = branch.state() != State.QUIET;
        return box(branch.id(), Box.Kind.STAGE, captions.stage(branch.stage()), measures.stageWidth(), branch.state(), mark, walked, false,
            new NodeRef.OfStage(branch.stage()));
    }

    Box place(Place place) {
        return switch (place) {
            case Asked asked -> box(asked.id(), Box.Kind.QUESTION, captions.question(asked.ref().question()), measures.width(), asked.state(),
                asked.state() == State.ASKING ? Mark.ASKING : Mark.of(asked.ref().answer()), asked.walked(), false, asked.ref());
            case Leaf leaf -> box(leaf.id(), Box.Kind.LEAF, text(leaf), measures.width(), leaf.state(),
                leaf.walked() ? Mark.of(leaf.state()) : Mark.NONE, leaf.walked(), leaf.verdict(), leaf.ref());
        };
    }

    private String text(Leaf leaf) {
        return switch (leaf.ref()) {
            case NodeRef.OfFault(Stage _, Fault fault, Optional<Finding> finding) ->
                captions.fault(fault, finding.map(Finding::facts).orElse(Map.of()));
            case NodeRef.InOrder _ -> captions.inOrder(leaf.id().indexOf(':') < 0);
            case NodeRef.OfStage _, NodeRef.OfQuestion _, NodeRef.Folded _ -> leaf.id();
        };
    }

    /** What is folded away: the only cause it can lead to, or how many there are. */
    Box more(String id, Strand hidden, Stage stage, State state, boolean walked) {
        List<Fault> causes = List.copyOf(hidden.causes());
        String questions = captions.moreQuestions(hidden.questions());
        String caption = causes.size() == 1 ? captions.fault(causes.getFirst(), Map.of()) + "\n" + questions : questions;
        return box(id, Box.Kind.MORE, caption, measures.width(), state, Mark.NONE, walked, false, new NodeRef.Folded(stage, hidden.questions()));
    }

    /** @param way the line into the side that it folds */
    Box fold(String id, Stage stage, State way, boolean walked) {
        Area place = new Area(0, 0, measures.of(14), measures.of(14));
        return new Box(id + "-", Box.Kind.FOLD, place, place, List.of(), way, Mark.NONE, walked, false, new NodeRef.Folded(stage, 0));
    }

    Box opener(Branch branch) {
        List<String> lines = captions.closed(branch.strand().causes().size());
        double width = lines.stream().mapToDouble(measures::small).max().orElse(0);
        Area place = new Area(0, 0, width + measures.of(12), lines.size() * measures.line() + measures.of(4));
        Area text = new Area(measures.of(6), measures.of(2), width, lines.size() * measures.line());
        return new Box(branch.id() + "+", Box.Kind.OPENER, place, text, lines, State.QUIET, Mark.NONE, false, false,
            new NodeRef.OfStage(branch.stage()));
    }

    private Box box(String id, Box.Kind kind, String caption, double width, State state, Mark mark, boolean walked, boolean strong, NodeRef ref) {
        double left = measures.padding() + (mark == Mark.NONE ? 0 : measures.mark() + measures.of(6));
        double room = width - left - measures.padding();
        List<String> lines = caption.lines().flatMap(part -> measures.wrapped(part, strong, room).stream()).toList();
        double height = Math.max(measures.of(38), lines.size() * measures.line() + measures.of(14));
        Area text = new Area(left, (height - lines.size() * measures.line()) / 2, room, lines.size() * measures.line());
        return new Box(id, kind, new Area(0, 0, width, height), text, lines, state, mark, walked, strong, ref);
    }

    /** The same box with its left upper corner here. */
    static Box at(Box box, double x, double y) {
        Area place = new Area(x, y, box.place().width(), box.place().height());
        Area text = new Area(x + box.text().x() - box.place().x(), y + box.text().y() - box.place().y(), box.text().width(), box.text().height());
        return new Box(box.id(), box.kind(), place, text, box.lines(), box.state(), box.mark(), box.walked(), box.strong(), box.ref());
    }

    /** The same box, higher, with its text still in the middle. */
    static Box high(Box box, double height) {
        double down = (height - box.place().height()) / 2;
        Area place = new Area(box.place().x(), box.place().y(), box.place().width(), height);
        Area text = new Area(box.text().x(), box.text().y() + down, box.text().width(), box.text().height());
        return new Box(box.id(), box.kind(), place, text, box.lines(), box.state(), box.mark(), box.walked(), box.strong(), box.ref());
    }

    /** The answers beside a line; of several, an unknown is short. */
    String label(List<Truth> answers) {
        boolean several = answers.size() > 1;
        return answers.stream().map(answer -> several && answer == Truth.UNKNOWN ? "?" : captions.answer(answer))
            .collect(Collectors.joining(" / "));
    }
}
