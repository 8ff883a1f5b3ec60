package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.diagnosis.Node;
import org.faultline.diagnosis.Tree;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.report.picture.Place.Asked;
import org.faultline.report.picture.Place.Leaf;
import org.faultline.report.picture.Place.Side;

/**
 * One stage's tree, unrolled from its first question, with the path of a run laid along it. A path that does not fit the tree, as in the
 * report of another version, is shown as it was recorded.
 */
final class Unrolled {

    private final StageResult result;
    private final Diagnosis diagnosis;
    private final boolean running;
    private final Set<String> ids = new HashSet<>();
    private int steps;
    private boolean strayed;
    /** A note may be met twice on one way; it is told where it is met first. */
    private boolean blamed;

    private Unrolled(StageResult result, Diagnosis diagnosis, boolean running) {
        this.result = result;
        this.diagnosis = diagnosis;
        this.running = running;
    }

    static Strand of(StageResult result, Diagnosis diagnosis, boolean running) {
        Unrolled unrolled = new Unrolled(result, diagnosis, running);
        boolean walked = running || !result.path().isEmpty();
        Strand strand = Optional.ofNullable(Tree.of(result.stage()))
            .map(root -> unrolled.strand(result.stage().id(), root, Optional.empty(), walked)).orElse(Strand.EMPTY);
        boolean fits = !unrolled.strayed && unrolled.steps == result.path().size();
        return fits ? strand : new Unrolled(result, diagnosis, running).recorded();
    }

    /** From {@code start} to where the strand it turned off from goes on. */
    private Strand strand(String prefix, Node start, Optional<Node> end, boolean walkedIn) {
        List<Place> places = new ArrayList<>();
        boolean here = walkedIn;
        Node node = start;
        while (end.isEmpty() || node != end.get()) {
            switch (node) {
                case Node.Ask ask -> {
                    Asked asked = asked(prefix, ask, here, end.isEmpty());
                    places.add(asked);
                    here = asked.cameThrough() || here && strayed;
                    node = ask.onward();
                }
                case Node.Note(Fault fault, Node next) -> {
                    places.add(fault(prefix, fault, here));
                    node = next;
                }
                case Node.Conclude(Fault fault) -> {
                    places.add(fault(prefix, fault, here));
                    return new Strand(places, false, false);
                }
                case Node.Pass _ -> {
                    if (end.isEmpty() || !(places.size() == 1 && places.getFirst() instanceof Leaf)) {
                        places.add(inOrder(prefix, here));
                    }
                    return new Strand(places, false, false);
                }
            }
        }
        return new Strand(places, true, here);
    }

    private Asked asked(String prefix, Node.Ask ask, boolean here, boolean spine) {
        String id = id(prefix, ask.question().id());
        boolean passedBy = here && passedBy(ask);
        Optional<StageResult.Step> step = here && !passedBy ? step(ask.question().id()) : Optional.empty();
        Optional<Truth> answer = step.map(StageResult.Step::answer);
        Optional<Truth> way = passedBy ? Optional.of(Truth.UNKNOWN) : answer;
        List<Side> sides = new ArrayList<>();
        List<Truth> onward = new ArrayList<>();
        for (Truth truth : Truth.values()) {
            boolean taken = way.equals(Optional.of(truth));
            if (ask.on(truth) == ask.onward()) {
                onward.add(truth);
            } else {
                String sideId = id + ":" + truth.id();
                add(sides, new Side(sideId, List.of(truth), strand(sideId, ask.on(truth), Optional.of(ask.onward()), taken), taken));
            }
        }
        NodeRef.OfQuestion ref = new NodeRef.OfQuestion(result.stage(), ask.question().id(), answer,
            step.map(StageResult.Step::because).orElse(List.of()));
        boolean wentOnward = way.filter(onward::contains).isPresent();
        boolean asking = here && way.isEmpty() && running;
        return new Asked(id, ref, state(answer, asking, wentOnward && spine, sides), sides, onward, wentOnward);
    }

    /** A question to a person that nobody answered stands in no path; the walk went on as after an unknown. */
    private boolean passedBy(Node.Ask ask) {
        boolean told = !strayed && steps < result.path().size() && result.path().get(steps).question().equals(ask.question().id());
        return ask.question().person().isPresent() && !told;
    }

    private Optional<StageResult.Step> step(String question) {
        if (strayed || steps == result.path().size()) {
            return Optional.empty();
        }
        StageResult.Step step = result.path().get(steps);
        strayed = !step.question().equals(question);
        steps++;
        return strayed ? Optional.empty() : Optional.of(step);
    }

    /** Two answers that lead to the same leaf are one side. */
    private static void add(List<Side> sides, Side side) {
        Optional<Side> twin = sides.stream().filter(other -> sameLeaf(other, side)).findFirst();
        twin.ifPresentOrElse(other -> {
            List<Truth> answers = new ArrayList<>(other.answers());
            answers.addAll(side.answers());
            Strand strand = side.walked() ? side.strand() : other.strand();
            sides.set(sides.indexOf(other), new Side(other.id(), answers, strand, other.walked() || side.walked()));
        }, () -> sides.add(side));
    }

    private static boolean sameLeaf(Side one, Side other) {
        return one.isLeaf() && other.isLeaf() && one.strand().goesOn() == other.strand().goesOn()
            && one.strand().places().getFirst().ref() instanceof NodeRef.OfFault first
            && other.strand().places().getFirst().ref() instanceof NodeRef.OfFault second && first.fault() == second.fault();
    }

    private static State state(Optional<Truth> answer, boolean asking, boolean asItShouldBe, List<Side> sides) {
        if (answer.isEmpty()) {
            return asking ? State.ASKING : State.QUIET;
        }
        if (answer.get() == Truth.UNKNOWN) {
            return State.UNKNOWN;
        }
        return asItShouldBe ? State.GOOD : sides.stream().filter(Side::walked).map(side -> side.strand().worst()).findFirst().orElse(State.NEUTRAL);
    }

    private Leaf fault(String prefix, Fault fault, boolean here) {
        Optional<Finding> found = diagnosis.findings().stream()
            .filter(finding -> here && finding.fault() == fault && finding.stage() == result.stage()).findFirst();
        boolean verdict = found.isPresent() && diagnosis.verdict().finding().equals(found) && !blamed;
        blamed |= verdict;
        State state = !here ? State.QUIET : found.isPresent() ? State.of(fault.severity()) : State.UNKNOWN;
        return new Leaf(id(prefix, fault.code()), new NodeRef.OfFault(result.stage(), fault, found), state, here, verdict);
    }

    private Leaf inOrder(String prefix, boolean here) {
        boolean reached = here && result.status() != StageStatus.NOT_RUN;
        State state = !reached ? State.QUIET : result.status() == StageStatus.NOT_MEASURED ? State.UNKNOWN : State.GOOD;
        return new Leaf(id(prefix, "in-order"), new NodeRef.InOrder(result.stage(), reached), state, reached, false);
    }

    private Strand recorded() {
        String prefix = result.stage().id() + "/recorded";
        List<Place> places = new ArrayList<>();
        for (StageResult.Step step : result.path()) {
            NodeRef.OfQuestion ref = new NodeRef.OfQuestion(result.stage(), step.question(), Optional.of(step.answer()), step.because());
            State state = step.answer() == Truth.UNKNOWN ? State.UNKNOWN : State.NEUTRAL;
            places.add(new Asked(id(prefix, step.question()), ref, state, List.of(), List.of(step.answer()), true));
        }
        diagnosis.findings().stream().filter(finding -> finding.stage() == result.stage())
            .forEach(finding -> places.add(fault(prefix, finding.fault(), true)));
        return new Strand(places, false, false);
    }

    private String id(String prefix, String name) {
        String id = prefix + "/" + name;
        int number = 2;
        for (String plain = id; !ids.add(id); number++) {
            id = plain + "#" + number;
        }
        return id;
    }
}
