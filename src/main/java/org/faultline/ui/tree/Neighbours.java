package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.Place;
import org.faultline.report.picture.Strand;
import org.faultline.report.picture.TreePicture;

/**
 * The way of the arrow keys along the branches: down and up a strand, right into a side and left back to its question, along the trunk
 * from stage to stage. From the end of a side, down leads to the next side of the same question.
 */
final class Neighbours {

    private final Set<String> visible = new HashSet<>();
    private final Map<String, Map<Direction, String>> ways = new HashMap<>();
    private final List<String> trunk = new ArrayList<>();
    private final Optional<String> end;

    Neighbours(Outline outline, TreePicture picture) {
        picture.boxes().stream().filter(box -> !box.kind().mini()).map(Box::id).forEach(visible::add);
        end = picture.boxes().stream().filter(box -> box.walked() && !box.kind().mini() && box.kind() != Box.Kind.FOLD).map(Box::id)
            .reduce((_, last) -> last);
        for (Outline.Branch branch : outline.stages()) {
            if (!trunk.isEmpty()) {
                link(trunk.getLast(), Direction.RIGHT, branch.id());
                link(branch.id(), Direction.LEFT, trunk.getLast());
            }
            trunk.add(branch.id());
            below(branch);
        }
    }

    Optional<String> first() {
        return trunk.stream().findFirst();
    }

    Optional<String> next(String from, Direction direction) {
        return switch (direction) {
            case FIRST -> first();
            case LAST -> end;
            case UP, DOWN, LEFT, RIGHT -> Optional.ofNullable(ways.getOrDefault(from, Map.of()).get(direction));
        };
    }

    private void below(Outline.Branch branch) {
        String opener = branch.id() + "+";
        List<String> shown = visible.contains(opener) ? List.of(opener) : strand(branch.id(), branch.strand());
        shown.stream().findFirst().ifPresent(first -> {
            link(branch.id(), Direction.DOWN, first);
            link(first, Direction.UP, branch.id());
        });
        for (String id : shown) {
            ways.computeIfAbsent(id, _ -> new HashMap<>()).putIfAbsent(Direction.LEFT, branch.id());
        }
    }

    /** @return what is visible of a strand, from the top */
    private List<String> strand(String id, Strand strand) {
        List<String> shown = new ArrayList<>();
        for (Place place : strand.places()) {
            if (visible.contains(place.id())) {
                shown.add(place.id());
                if (place instanceof Place.Asked asked) {
                    sides(asked);
                }
            }
        }
        if (visible.contains(id + "/rest")) {
            shown.add(id + "/rest");
        }
        chain(shown);
        return shown;
    }

    private void sides(Place.Asked asked) {
        List<String> before = List.of();
        for (Place.Side side : asked.sides()) {
            List<String> shown = side(side);
            if (shown.isEmpty()) {
                continue;
            }
            ways.computeIfAbsent(asked.id(), _ -> new HashMap<>()).putIfAbsent(Direction.RIGHT, shown.getFirst());
            shown.forEach(id -> ways.computeIfAbsent(id, _ -> new HashMap<>()).putIfAbsent(Direction.LEFT, asked.id()));
            if (!before.isEmpty()) {
                link(before.getLast(), Direction.DOWN, shown.getFirst());
                link(shown.getFirst(), Direction.UP, before.getLast());
            }
            before = shown;
        }
    }

    private List<String> side(Place.Side side) {
        if (visible.contains(side.id())) {
            return List.of(side.id());
        }
        return strand(side.id(), side.strand());
    }

    private void chain(List<String> shown) {
        for (int at = 0; at < shown.size(); at++) {
            ways.computeIfAbsent(shown.get(at), _ -> new HashMap<>());
            if (at > 0) {
                link(shown.get(at - 1), Direction.DOWN, shown.get(at));
                link(shown.get(at), Direction.UP, shown.get(at - 1));
            }
        }
    }

    private void link(String from, Direction direction, String to) {
        ways.computeIfAbsent(from, _ -> new HashMap<>()).put(direction, to);
    }
}
