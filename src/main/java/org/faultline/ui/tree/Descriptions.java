package org.faultline.ui.tree;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Truth;
import org.faultline.report.Texts;
import org.faultline.report.TreeCaptions;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.State;
import org.faultline.report.picture.TreePicture;

/**
 * What a box is, in words: for those who hear the tree, and for whoever rests the pointer on it.
 *
 * @param why a question could not be answered
 */
record Descriptions(TreeCaptions captions, Function<NodeRef.OfQuestion, Optional<String>> why) {

    String role(Box box) {
        return texts().get(switch (box.kind()) {
            case STAGE, OPENER -> "role.stage";
            case QUESTION -> "role.question";
            case LEAF, MINI_LEAF, MINI_QUESTION -> box.ref() instanceof NodeRef.InOrder ? "role.end" : "role.cause";
            case MORE, FOLD -> "role.folded";
        });
    }

    String says(Box box, TreePicture picture) {
        return switch (box.ref()) {
            case NodeRef.OfStage ref -> stage(box, ref, picture);
            case NodeRef.OfQuestion ref -> question(box, ref);
            case NodeRef.OfFault(var _, Fault fault, Optional<Finding> finding) -> texts().get(cause(box, finding),
                captions.fault(fault, finding.map(Finding::facts).orElse(Map.of())));
            case NodeRef.InOrder(var _, boolean reached) -> texts().get(reached ? "says.order.reached" : "says.order", String.join(" ", box.lines()));
            case NodeRef.Folded(var _, int questions) -> box.kind() == Box.Kind.FOLD ? texts().get("says.fold")
                : texts().get("says.folded", captions.moreQuestions(questions));
        };
    }

    private String stage(Box box, NodeRef.OfStage ref, TreePicture picture) {
        boolean closed = picture.boxes().stream().anyMatch(other -> other.id().equals(ref.stage().id() + "+"));
        return texts().get(closed ? "says.stage.closed" : "says.stage.open", captions.stage(ref.stage()),
            texts().get("state." + stateOf(ref, picture).id()));
    }

    private static State stateOf(NodeRef.OfStage ref, TreePicture picture) {
        return picture.boxes().stream().filter(box -> box.kind() == Box.Kind.STAGE && box.ref().equals(ref)).map(Box::state).findFirst()
            .orElse(State.QUIET);
    }

    private String question(Box box, NodeRef.OfQuestion ref) {
        String text = captions.question(ref.question());
        if (ref.answer().isEmpty()) {
            return texts().get(box.state() == State.ASKING ? "says.question.asking" : "says.question.quiet", text);
        }
        int seen = ref.because().size();
        String answer = captions.answer(ref.answer().get());
        Optional<String> reason = Optional.of(ref).filter(asked -> asked.answer().equals(Optional.of(Truth.UNKNOWN))).flatMap(why);
        if (reason.isPresent()) {
            return texts().get("says.question.unknown", text, answer, reason.get());
        }
        return switch (seen) {
            case 0 -> texts().get("says.question.bare", text, answer);
            case 1 -> texts().get("says.question.one", text, answer);
            default -> texts().get("says.question", text, answer, seen);
        };
    }

    private static String cause(Box box, Optional<Finding> finding) {
        if (box.strong()) {
            return "says.cause.verdict";
        }
        return finding.isPresent() ? "says.cause.found" : box.walked() ? "says.cause.unproven" : "says.cause";
    }

    private Texts texts() {
        return captions.texts();
    }
}
