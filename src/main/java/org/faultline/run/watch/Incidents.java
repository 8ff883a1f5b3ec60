package org.faultline.run.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.run.watch.Flaps.Told;

/**
 * Turns the verdicts of one check after the other into what there is to tell: one incident for each root cause, its recovery, and
 * nothing while all stays as it is.
 *
 * <p>(1) The first verdict is what all later ones are compared with. (2) A check that could not decide changes nothing; a second one in a
 * row is told. (3) After a pause of the machine the network may need a moment: a fault that such a check finds is told when the next check
 * finds it again. (4) What comes and goes is damped, see {@link Damping}; what takes the place of a fault that was told is told all the
 * same, since a recovery would be untrue. (5) What stands and only shows itself otherwise is the same incident, see {@link Story}.
 */
final class Incidents {

    private static final int UNDECIDED_TOLD = 2;

    private final Flaps flaps;
    private Optional<Incident> open = Optional.empty();
    private Optional<Moment> lostAt = Optional.empty();
    private int undecided;
    private boolean unsettled;
    private boolean confirming;

    Incidents(Damping damping) {
        this.flaps = new Flaps(damping);
    }

    /** The first verdict. */
    Change begin(Report report, Moment at) {
        open = rootCause(report).map(finding -> new Incident(finding, at));
        undecided = isUndecided(report) ? 1 : 0;
        return new Change.Began(at, report);
    }

    /** What this verdict changes. */
    List<Change> judged(Report report, Moment at) {
        if (isUndecided(report)) {
            return undecided(report, at);
        }
        List<Change> changes = new ArrayList<>();
        undecided = 0;
        lostAt.ifPresent(since -> changes.add(new Change.SeesAgain(at, since)));
        lostAt = Optional.empty();
        Optional<Finding> now = rootCause(report);
        boolean same = now.isEmpty() && open.isEmpty() || now.isPresent() && open.filter(incident -> Story.goesOn(incident.fault(), now.get().fault())).isPresent();
        confirming = !same && now.isPresent() && unsettled;
        unsettled = false;
        if (same) {
            now.flatMap(finding -> seenAs(finding, report, at)).ifPresent(changes::add);
        } else if (!confirming) {
            Optional<Incident> next = now.map(finding -> new Incident(finding, at));
            changes.addAll(changed(open, next, report, at));
            open = next;
        }
        return changes;
    }

    /** The open incident as it is seen now; told where that is another face of it, and it does not flap. */
    private Optional<Change> seenAs(Finding now, Report report, Moment at) {
        Incident before = open.orElseThrow();
        Incident after = before.seenAs(now);
        open = Optional.of(after);
        boolean told = before.lately().fault() != now.fault() && !flaps.quiet(now.fault());
        return told ? Optional.of(new Change.SeenAs(at, after, before.lately().fault(), report)) : Optional.empty();
    }

    private List<Change> undecided(Report report, Moment at) {
        confirming = false;
        if (++undecided != UNDECIDED_TOLD) {
            return List.of();
        }
        lostAt = Optional.of(at);
        return List.of(new Change.LostSight(at, report));
    }

    private List<Change> changed(Optional<Incident> before, Optional<Incident> now, Report report, Moment at) {
        List<Change> changes = new ArrayList<>();
        Told left = before.map(incident -> flaps.changed(incident.fault(), false, at)).orElse(Told.NOTHING);
        Told came = now.map(incident -> flaps.changed(incident.fault(), true, at)).orElse(Told.NOTHING);
        if (left == Told.FLAPPING) {
            changes.add(flaps.told(before.orElseThrow().fault(), at, report));
        }
        if (came == Told.FLAPPING) {
            changes.add(flaps.told(now.orElseThrow().fault(), at, report));
        }
        boolean takesItsPlace = left == Told.ITSELF && now.isPresent();
        if (came == Told.ITSELF || takesItsPlace) {
            changes.add(new Change.Came(at, now.orElseThrow(), before.filter(_ -> left == Told.ITSELF), report));
        } else if (left == Told.ITSELF) {
            changes.add(new Change.Recovered(at, before.orElseThrow(), report));
        }
        return changes;
    }

    /** What there is to tell because time went by. */
    List<Change> tick(Moment now) {
        return flaps.settled(now);
    }

    /** The machine slept or its clock was set: what the next check finds may be nothing but the network waking up. */
    void unsettle() {
        unsettled = true;
    }

    /** Whether a fault was seen that is to be told only if it is seen again. */
    boolean confirming() {
        return confirming;
    }

    /** The root cause that stands, told or not. */
    Optional<Incident> open() {
        return open;
    }

    private static boolean isUndecided(Report report) {
        return report.diagnosis().verdict().status() == Verdict.Status.UNDECIDED;
    }

    private static Optional<Finding> rootCause(Report report) {
        Verdict verdict = report.diagnosis().verdict();
        return switch (verdict.status()) {
            case FAULT, DEGRADED -> verdict.finding();
            case HEALTHY, UNDECIDED -> Optional.empty();
        };
    }
}
