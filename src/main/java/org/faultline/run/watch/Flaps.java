package org.faultline.run.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.model.Report;

/** Remembers when each root cause last came and went, and which of them flap: at most a handful of times for each fault that there is. */
final class Flaps {

    private final Damping damping;
    private final Map<Set<Fault>, Deque<Moment>> recent = new LinkedHashMap<>();
    private final Map<Set<Fault>, Flapping> flapping = new LinkedHashMap<>();

    /** One that flaps: as what, when it last changed, to what, and how often in all. */
    private record Flapping(Fault fault, Moment last, boolean present, int changes) { }

    /** What is to be told of a change. */
    enum Told {
        /** The change itself. */
        ITSELF,
        /** That it flaps from now on. */
        FLAPPING,
        NOTHING
    }

    Flaps(Damping damping) {
        this.damping = damping;
    }

    /** It came or went. */
    Told changed(Fault fault, boolean present, Moment at) {
        Set<Fault> story = Story.of(fault);
        Flapping before = flapping.get(story);
        if (before != null) {
            flapping.put(story, new Flapping(before.fault(), at, present, before.changes() + 1));
            return Told.NOTHING;
        }
        Deque<Moment> times = recent.computeIfAbsent(story, _ -> new ArrayDeque<>());
        times.addLast(at);
        while (at.since(times.getFirst()).compareTo(damping.window()) > 0) {
            times.removeFirst();
        }
        if (times.size() < damping.changes()) {
            return Told.ITSELF;
        }
        flapping.put(story, new Flapping(fault, at, present, times.size()));
        return Told.FLAPPING;
    }

    /** To be asked just after {@link #changed} said that it flaps. */
    Change.Flapping told(Fault fault, Moment at, Report seen) {
        Deque<Moment> times = recent.remove(Story.of(fault));
        return new Change.Flapping(at, fault, times.size(), at.since(times.getFirst()), seen);
    }

    /** Whether nothing is told of it at present, since it comes and goes. */
    boolean quiet(Fault fault) {
        return flapping.containsKey(Story.of(fault));
    }

    /** Those that have been steady for long enough; they flap no more. */
    List<Change> settled(Moment now) {
        List<Change> settled = new ArrayList<>();
        for (Iterator<Flapping> each = flapping.values().iterator(); each.hasNext();) {
            Flapping state = each.next();
            Duration quiet = now.since(state.last());
            if (quiet.compareTo(damping.window()) >= 0) {
                settled.add(new Change.Settled(now, state.fault(), state.present(), state.last(), state.changes()));
                each.remove();
            }
        }
        return settled;
    }
}
