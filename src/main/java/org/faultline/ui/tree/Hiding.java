package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.List;

/** What may hide a place: its stage, the sides it lies in, and the rests that are folded away; outermost first. */
final class Hiding {

    private Hiding() { }

    static List<String> of(String id) {
        List<String> hiders = new ArrayList<>();
        int end = id.indexOf('/');
        if (end < 0) {
            return hiders;
        }
        hiders.add(id.substring(0, end));
        hiders.add(id.substring(0, end) + "/rest");
        for (int colon = id.indexOf(':'); colon >= 0; colon = id.indexOf(':', colon + 1)) {
            int slash = id.indexOf('/', colon);
            String side = slash < 0 ? id : id.substring(0, slash);
            hiders.add(side);
            hiders.add(side + "/rest");
        }
        return hiders;
    }
}
