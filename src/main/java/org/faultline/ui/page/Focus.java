package org.faultline.ui.page;

import java.util.Optional;
import javafx.scene.Node;

/** Where the keyboard is in a window, whether or not that is the one in front. */
public final class Focus {

    private Focus() { }

    /** Whether the keyboard is at this or at something within it. */
    public static boolean isWithin(Node node) {
        return Optional.ofNullable(node.getScene()).map(scene -> scene.getFocusOwner()).filter(owner -> isWithin(owner, node)).isPresent();
    }

    /** Whether one is the other or stands within it. */
    public static boolean isWithin(Node inner, Node outer) {
        return inner == outer || Optional.ofNullable(inner.getParent()).filter(parent -> isWithin(parent, outer)).isPresent();
    }
}
