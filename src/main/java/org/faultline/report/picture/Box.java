package org.faultline.report.picture;

import java.util.List;

/**
 * One thing on the picture that has a place.
 *
 * @param id     the same from one picture to the next
 * @param place  where it lies
 * @param text   where its lines lie, each {@link Lettering#lineHeight()} high and centred
 * @param mark   drawn left of the text, in a square of one line
 * @param walked drawn solid; else quiet
 * @param strong the verdict: nothing on the picture is more conspicuous
 * @param ref    what it stands for
 */
public record Box(String id, Kind kind, Area place, Area text, List<String> lines, State state, Mark mark, boolean walked, boolean strong,
                  NodeRef ref) {

    public enum Kind {
        /** One question of the trunk; a press opens or closes the stage. */
        STAGE,
        QUESTION,
        /** Where a branch ends. */
        LEAF,
        /** Questions folded away; a press opens them. */
        MORE,
        /** A press folds the side beyond it away. */
        FOLD,
        /** Beneath a closed stage: how many causes; a press opens it. */
        OPENER,
        /** Part of the small picture of a closed stage. */
        MINI_QUESTION,
        MINI_LEAF;

        public boolean mini() {
            return this == MINI_QUESTION || this == MINI_LEAF;
        }
    }

    public Box {
        lines = List.copyOf(lines);
    }

    /** Where the mark is drawn. */
    public Area markPlace() {
        double line = lines.isEmpty() ? 0 : text.height() / lines.size();
        return new Area(place.x() + line * 11 / 16, text.centreY() - line / 2, line, line);
    }
}
