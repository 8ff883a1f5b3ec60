package org.faultline.run.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.faultline.model.Fault;
import org.faultline.model.Report;

/** Remembers when each root cause last came and went, and which of them flap: at most a handful of times for each fault that there is. */
final class Flaps {

    private final Damping damping;
    private final Map<Fault, Deque<Moment>> recent = new EnumMap<>(Fault.class);
    private final Map<Fault, Flapping> flapping = new EnumMap<>(Fault.class);

    /** One that flaps: when it last changed, to what, and how often in all. */
    private record Flapping(Moment last, boolean present, int changes) { }

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
        Flapping before = flapping.get(fault);
        if (before != null) {
            flapping.put(fault, new Flapping(at, present, before.changes() + 1));
            return Told.NOTHING;
        }
        Deque<Moment> times = recent.computeIfAbsent(fault, _ -> new ArrayDeque<>());
        times.addLast(at);
        while (at.since(times.getFirst()).compareTo(damping.window()) > 0) {
            times.removeFirst();
        }
        if (times.size() < damping.changes()) {
            return Told.ITSELF;
        }
        flapping.put(fault, new Flapping(at, present, times.size()));
        return Told.FLAPPING;
    }

    /** To be asked just after {@link #changed} said that it flaps. */
    Change.Flapping told(Fault fault, Moment at, Report seen) {
        Deque<Moment> times = recent.remove(fault);
        return new Change.Flapping(at, fault, times.size(), at.since(times.getFirst()), seen);
    }

    /** Those that have been steady for long enough; they flap no more. */
    List<Change> settled(Moment now) {
        List<Change> settled = new ArrayList<>();
        for (Iterator<Map.Entry<Fault, Flapping>> each = flapping.entrySet().iterator(); each.hasNext();) {
            Map.Entry<Fault, Flapping> entry = each.next();
            Flapping state = entry.getValue();
            Duration quiet = now.since(state.last());
            if (quiet.compareTo(damping.window()) >= 0) {
                settled.add(new Change.Settled(now, entry.getKey(), state.present(), state.last(), state.changes()));
                each.remove();
            }
        }
        return settled;
    }
}
