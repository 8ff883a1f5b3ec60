package org.faultline.ui.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.run.watch.Sign;

/**
 * What the page of the watch shows: the latest rounds and changes, as many as fit.
 *
 * @param rounds  of the watch that runs or ran last, oldest first, at most {@value #ROUNDS}
 * @param changes newest first, at most {@value #CHANGES}
 * @param last    the report of the last whole check
 */
record WatchState(boolean running, long made, long whole, List<Beat> rounds, List<Told> changes, Optional<Report> last, Optional<Problem> problem) {

    static final int ROUNDS = 120;
    static final int CHANGES = 200;
    static final WatchState IDLE = new WatchState(false, 0, 0, List.of(), List.of(), Optional.empty(), Optional.empty());

    WatchState {
        rounds = List.copyOf(rounds);
        changes = List.copyOf(changes);
    }

    /**
     * A round as one mark in time.
     *
     * @param status of the last whole check at that time
     * @param checked whether it was a whole check
     */
    record Beat(long number, Instant at, Verdict.Status status, boolean checked, List<Sign> signs) { }

    /**
     * @param event as in an alert
     * @param code  of the root cause; empty where there is none
     */
    record Told(Instant at, String event, String status, String text, String code) { }

    WatchState begun() {
        return new WatchState(true, 0, 0, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    WatchState with(Beat beat, Optional<Report> report) {
        return new WatchState(running, made + 1, whole + (beat.checked() ? 1 : 0), latest(rounds, beat), changes, report.or(() -> last), problem);
    }

    /** @param report that was the reason to tell it; a verdict stands from then on, not only from the end of its round */
    WatchState with(Told told, Optional<Report> report) {
        List<Told> more = new ArrayList<>(changes);
        more.addFirst(told);
        return new WatchState(running, made, whole, rounds, more.subList(0, Math.min(more.size(), CHANGES)), report.or(() -> last), problem);
    }

    /**
     * @param line  what happened
     * @param field by which it was asked for, with what is to be said beside it
     */
    record Problem(String line, Optional<Beside> field) {

        record Beside(AlertForm.Field field, String words) { }
    }

    WatchState withProblem(String line) {
        return withProblem(new Problem(line, Optional.empty()));
    }

    WatchState withProblem(Problem now) {
        return new WatchState(running, made, whole, rounds, changes, last, Optional.of(now));
    }

    WatchState ended() {
        return new WatchState(false, made, whole, rounds, changes, last, problem);
    }

    private static List<Beat> latest(List<Beat> before, Beat beat) {
        List<Beat> more = new ArrayList<>(before);
        more.add(beat);
        return more.subList(Math.max(0, more.size() - ROUNDS), more.size());
    }
}
