package org.faultline.ui.tree;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Captions;
import org.faultline.report.picture.Lettering;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.Opened;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.State;
import org.faultline.report.picture.TreePicture;

/** What the tree shows, what of it stands open, and where in it the person is; without a toolkit. */
final class TreeModel {

    private final Captions captions;
    private Lettering lettering;
    private Outline outline = Outline.of(unasked(), false);
    private Opened opened = Opened.AS_WALKED;
    private TreePicture picture;
    private Optional<String> selected = Optional.empty();

    TreeModel(Captions captions, Lettering lettering) {
        this.captions = captions;
        this.lettering = lettering;
        this.picture = drawn();
    }

    /** What there is to say before anything was asked. */
    static Diagnosis unasked() {
        List<StageResult> stages = Stage.PATH.stream()
            .map(stage -> new StageResult(stage, StageStatus.NOT_RUN, Duration.ZERO, List.of(), Optional.empty())).toList();
        return new Diagnosis(new Verdict(Verdict.Status.UNDECIDED, Optional.empty(), List.of(), Duration.ZERO), List.of(), stages);
    }

    /** @param running more will come */
    void show(Diagnosis soFar, boolean running) {
        outline = Outline.of(soFar, running);
        redraw();
    }

    /** A new run begins: what was opened by hand is forgotten. */
    void forget() {
        opened = Opened.AS_WALKED;
        selected = Optional.empty();
    }

    void letter(Lettering letters) {
        lettering = letters;
        redraw();
    }

    TreePicture picture() {
        return picture;
    }

    Outline outline() {
        return outline;
    }

    private void redraw() {
        picture = drawn();
        selected = selected.filter(id -> box(id).isPresent());
    }

    private TreePicture drawn() {
        return TreePicture.of(outline, opened, captions, lettering);
    }

    Optional<Box> box(String id) {
        return picture.boxes().stream().filter(box -> box.id().equals(id)).findFirst();
    }

    Optional<Box> selected() {
        return selected.flatMap(this::box);
    }

    void select(String id) {
        selected = Optional.of(id).filter(wanted -> box(wanted).isPresent());
    }

    /** Goes on from where the person is; from nowhere to the stages. */
    boolean move(Direction direction) {
        Neighbours neighbours = new Neighbours(outline, picture);
        Optional<String> next = selected.isEmpty() ? neighbours.first() : neighbours.next(selected.get(), direction);
        next.ifPresent(this::select);
        return next.isPresent();
    }

    /** Opens what is folded there, or folds what is open; nothing where there is nothing to fold. */
    boolean toggle(String id) {
        Optional<Box> box = box(id);
        if (box.isEmpty()) {
            return false;
        }
        switch (box.get().kind()) {
            case STAGE -> turn(id, stageIsOpen(id));
            case OPENER -> turn(id.substring(0, id.length() - 1), false);
            case MORE -> turn(id, false);
            case FOLD -> turn(id.substring(0, id.length() - 1), true);
            case QUESTION -> {
                return turnSides(id);
            }
            case LEAF, MINI_QUESTION, MINI_LEAF -> {
                return false;
            }
        }
        return true;
    }

    private void turn(String id, boolean isOpen) {
        opened = isOpen ? opened.without(id).with(id, false) : opened.with(id, true);
        redraw();
    }

    private boolean stageIsOpen(String id) {
        return box(id + "+").isEmpty();
    }

    /** All sides of a question at once. */
    private boolean turnSides(String id) {
        List<String> open = Stream.of("yes", "no", "unknown").map(answer -> id + ":" + answer).filter(side -> box(side + "-").isPresent()).toList();
        List<String> folded = Stream.of("yes", "no", "unknown").map(answer -> id + ":" + answer).filter(side -> box(side).isPresent()).toList();
        open.forEach(side -> opened = opened.without(side).with(side, false));
        if (open.isEmpty()) {
            folded.forEach(side -> opened = opened.with(side, true));
        }
        redraw();
        return !open.isEmpty() || !folded.isEmpty();
    }

    void openAll() {
        opened = Opened.EVERYTHING;
        redraw();
    }

    /** As a run leaves it. */
    void foldAll() {
        opened = Opened.AS_WALKED;
        redraw();
    }

    boolean everythingOpen() {
        return opened.all();
    }

    /** Opens whatever hides this place, and goes there. */
    void reveal(String id) {
        for (String hider : Hiding.of(id)) {
            if (box(id).isEmpty()) {
                opened = opened.with(hider, true);
                redraw();
            }
        }
        select(id);
    }

    /** Where the eye should go: the fault, the question that is asked, the last stage that was judged. */
    Optional<Box> focus() {
        return picture.boxes().stream().filter(box -> box.strong() && !box.kind().mini()).findFirst()
            .or(() -> picture.boxes().stream().filter(box -> box.state() == State.ASKING && box.kind() == Box.Kind.QUESTION).reduce((_, last) -> last))
            .or(() -> outline.focus().flatMap(this::lastWalked));
    }

    private Optional<Box> lastWalked(Stage stage) {
        return picture.boxes().stream().filter(box -> box.ref().stage() == stage && box.walked() && !box.kind().mini()
            && !(box.ref() instanceof NodeRef.Folded)).reduce((_, last) -> last);
    }

    /** Where the way to this box begins: the left rim of the questions of its stage. */
    double beginning(Box box) {
        return picture.boxes().stream().filter(other -> other.kind() == Box.Kind.QUESTION && other.ref().stage() == box.ref().stage())
            .mapToDouble(other -> other.place().x()).min().orElse(box.place().x());
    }

    List<String> find(String words) {
        return new TreeSearch(outline, captions).find(words);
    }
}
