package org.faultline.run.watch;

import java.time.Duration;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Report;

/** Something that a watch has to say; between two of them all is as it was. */
public sealed interface Change {

    Moment at();

    /** The report that it rests on, where it rests on one. */
    default Optional<Report> report() {
        return Optional.empty();
    }

    /** How things stood when the watch began. To be shown, not to alarm anybody. */
    record Began(Moment at, Report first) implements Change {
        @Override
        public Optional<Report> report() {
            return Optional.of(first);
        }
    }

    /** @param insteadOf what was the root cause until then, and is explained or hidden by the new one */
    record Came(Moment at, Incident incident, Optional<Incident> insteadOf, Report seen) implements Change {
        @Override
        public Optional<Report> report() {
            return Optional.of(seen);
        }
    }

    /**
     * The root cause that stands shows itself otherwise than before, and is the same: no second alarm.
     *
     * @param incident as it was told first and as it is seen now
     * @param before   how it was seen until now
     */
    record SeenAs(Moment at, Incident incident, Fault before, Report seen) implements Change {
        @Override
        public Optional<Report> report() {
            return Optional.of(seen);
        }
    }

    /** A root cause is gone, and none has taken its place. */
    record Recovered(Moment at, Incident incident, Report seen) implements Change {
        public Duration lasted() {
            return at.since(incident.since());
        }

        @Override
        public Optional<Report> report() {
            return Optional.of(seen);
        }
    }

    /**
     * It keeps coming and going; the single changes are not told any more.
     *
     * @param changes how often it came or went within this time
     */
    record Flapping(Moment at, Fault fault, int changes, Duration within, Report seen) implements Change {
        @Override
        public Optional<Report> report() {
            return Optional.of(seen);
        }
    }

    /**
     * Something that kept coming and going has been steady for long enough.
     *
     * @param present whether it stayed
     * @param since   its last change
     * @param changes how often it came or went since that was told first, and before
     */
    record Settled(Moment at, Fault fault, boolean present, Moment since, int changes) implements Change { }

    /** Several checks in a row could not decide; what stood before is neither gone nor confirmed. */
    record LostSight(Moment at, Report seen) implements Change {
        @Override
        public Optional<Report> report() {
            return Optional.of(seen);
        }
    }

    /** Checks can decide again. */
    record SeesAgain(Moment at, Moment lostAt) implements Change { }

    /** The clock went forward (positive) or back: it was set, or the computer slept. */
    record ClockJumped(Moment at, Duration by) implements Change { }

    /** No round could be made for so long: the computer slept, or was far too busy. */
    record StoodStill(Moment at, Duration length) implements Change { }
}
