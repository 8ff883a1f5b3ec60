package org.faultline.report.picture;

import java.util.List;
import java.util.Optional;

/**
 * A line from one box to another, along the points.
 *
 * @param id     the same from one picture to the next
 * @param state  of the way along it; {@link State#UNKNOWN} is dashed
 * @param walked drawn solid; else quiet
 * @param thin   part of the small picture of a closed stage
 */
public record Edge(String id, List<Point> points, Optional<Label> label, State state, boolean walked, boolean thin) {

    /** The answer, in {@link Lettering#SMALL small} letters centred in its place. */
    public record Label(String text, Area place) { }

    public Edge {
        points = List.copyOf(points);
    }
}
