package org.faultline.report.redaction;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.faultline.diagnosis.Node;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.diagnosis.Tree;
import org.faultline.model.Stage;

/** The ids of all questions of the tree: the program's own words, even where a computer is called {@code home}. */
final class QuestionIds {

    private QuestionIds() { }

    static Set<String> all() {
        Set<String> ids = new HashSet<>();
        Arrays.stream(PersonQuestion.values()).map(PersonQuestion::id).forEach(ids::add);
        Deque<Node> ahead = new ArrayDeque<>(Arrays.stream(Stage.values()).map(Tree::of).toList());
        ahead.add(Tree.unmeasured());
        Set<Node> met = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!ahead.isEmpty()) {
            Node node = ahead.pop();
            if (met.add(node)) {
                if (node instanceof Node.Ask ask) {
                    ids.add(ask.question().id());
                }
                node.below().forEach(ahead::push);
            }
        }
        return ids;
    }
}
