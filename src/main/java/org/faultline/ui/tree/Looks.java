package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.State;

/** The style classes by which {@code tree.css} tells states apart. */
final class Looks {

    private Looks() { }

    static List<String> of(Box box) {
        List<String> classes = of(box.state(), box.walked());
        classes.addFirst(box.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        classes.addFirst("tree-box");
        if (box.strong()) {
            classes.add("strong-end");
        }
        return classes;
    }

    static List<String> of(Edge edge) {
        List<String> classes = of(edge.state(), edge.walked());
        classes.addFirst(edge.thin() ? "tree-thin" : "tree-edge");
        return classes;
    }

    static List<String> of(State state, boolean walked) {
        List<String> classes = new ArrayList<>(List.of(state.id()));
        if (walked) {
            classes.add("walked");
        }
        return classes;
    }

    /** Styles are worked out anew only where they differ. */
    static void wear(Node node, List<String> classes) {
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
    }
}
