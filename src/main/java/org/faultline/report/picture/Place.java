package org.faultline.report.picture;

import java.util.List;
import org.faultline.model.Truth;

/** One place of a {@link Strand}: a question with the answers that turn off, or an end. */
public sealed interface Place {

    /** Stable within the tree, whatever the run; such as {@code gateway/way-out:no/way-out-refused}. */
    String id();

    NodeRef ref();

    State state();

    /** The walk came here and got an answer, or ended here. */
    boolean walked();

    /**
     * @param onward     the answers that go on down the strand
     * @param wentOnward the answer was one of these
     */
    record Asked(String id, NodeRef.OfQuestion ref, State state, List<Side> sides, List<Truth> onward, boolean wentOnward) implements Place {
        public Asked {
            sides = List.copyOf(sides);
            onward = List.copyOf(onward);
        }

        @Override
        public boolean walked() {
            return ref.answer().isPresent();
        }

        /** The answer taken led back to this strand, directly or by a side. */
        boolean cameThrough() {
            return wentOnward || sides.stream().anyMatch(side -> side.walked() && side.strand().through());
        }
    }

    /** @param verdict this is what the run says */
    record Leaf(String id, NodeRef ref, State state, boolean walked, boolean verdict) implements Place { }

    /** What lies beyond answers that turn off. */
    record Side(String id, List<Truth> answers, Strand strand, boolean walked) {
        public Side {
            answers = List.copyOf(answers);
        }

        /** One leaf needs no unfolding. */
        boolean isLeaf() {
            return strand.places().size() == 1 && strand.places().getFirst() instanceof Leaf;
        }
    }
}
