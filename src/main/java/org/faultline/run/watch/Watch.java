package org.faultline.run.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.probe.Glance;
import org.faultline.probe.Situation;
import org.faultline.run.Cancellation;
import org.faultline.run.Progress;
import org.faultline.run.Workplace;
import org.faultline.run.watch.Round.Why;

/**
 * Repeats a check and tells what changed. Most rounds are a {@link Glance}, which costs a few packets and judges nothing; one that sees
 * something otherwise than before is followed by the whole check at once, and only that one's verdict is told. It remembers the last
 * glance, the open incident and a few times, however long it runs.
 *
 * <p>The first round begins with the whole check, whose verdict is told before anything is glanced at: where nothing answers, a glance
 * waits for eight seconds. What changes between the two does not stay unseen. (1) The set-up was read before the check, so a change of it
 * is a difference in the second round. (2) What does not answer the glance after a healthy check is not remembered, so the second round
 * checks again if it still is so. (3) What a glance cannot see waits for the next regular check, as ever.
 */
public final class Watch {

    /** How often the clocks are compared while nothing is to do: a computer that wakes up is noticed this soon. */
    private static final Duration SLICE = Duration.ofSeconds(5);

    private final Watching what;
    private final Workplace workplace;
    private final Pacer pacer;
    private final Listener listener;
    private final Incidents incidents;
    private final Cadence cadence = new Cadence();
    private final Clocks clocks;
    private Optional<Glance> compared = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private volatile Cancellation running = new Cancellation();
    private boolean pause;

    /** Waits: the real one sleeps, that of a test moves its clock. */
    @FunctionalInterface
    public interface Pacer {
        /** @return whether the watch was cancelled meanwhile */
        boolean pause(Duration length, Cancellation cancellation);

        Pacer REAL = (length, cancellation) -> cancellation.await(length);
    }

    public Watch(Watching what, Workplace workplace, Pacer pacer, Listener listener) {
        this.what = what;
        this.workplace = workplace;
        this.pacer = pacer;
        this.listener = listener;
        this.incidents = new Incidents(what.damping());
        this.clocks = new Clocks(now());
    }

    /**
     * Watches until cancelled or all rounds are made. Call once.
     *
     * @return the last verdict; empty when cancelled before there was one
     */
    public Optional<Verdict> run(Cancellation cancellation) {
        Thread watching = Thread.currentThread();
        cancellation.onCancel(() -> {
            running.cancel();
            watching.interrupt();
        });
        try {
            for (long number = 1; number <= what.rounds() && !cancellation.isCancelled(); number++) {
                Moment start = now();
                round(number, start, cancellation);
                if (number < what.rounds() && waitUntilNext(start, cancellation)) {
                    break;
                }
            }
        } finally {
            cancellation.onCancel(() -> { });
            endInterruption(cancellation);
        }
        return verdict;
    }

    /** The interruption has done its work; whoever called is not to be hindered by it, such as in telling the last words. */
    private static void endInterruption(Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            Thread.interrupted();
        }
    }

    private void round(long number, Moment start, Cancellation cancellation) {
        noticeJump(start);
        Situation situation = Situation.of(workplace.host().get(), what.check().profile().targets(), workplace.wallClock());
        if (verdict.isEmpty()) {
            firstRound(number, start, situation, cancellation);
        } else {
            laterRound(number, start, situation, cancellation);
        }
    }

    private void firstRound(long number, Moment start, Situation situation, Cancellation cancellation) {
        Why why = cadence.next(true, pause, List.of(), false);
        pause = false;
        Report report = check();
        if (cancellation.isCancelled()) {
            return;
        }
        judged(report);
        listener.changed(incidents.begin(report, now()));
        Glance glance = Glance.at(situation, what.check().stages());
        if (cancellation.isCancelled()) {
            return;
        }
        compared = Optional.of(trouble() ? glance : glance.withoutSilent());
        listener.round(new Round(number, start, why, Sign.of(glance), List.of(), Optional.of(report), now().since(start)));
    }

    private void laterRound(long number, Moment start, Situation situation, Cancellation cancellation) {
        Glance glance = Glance.at(situation, what.check().stages());
        if (cancellation.isCancelled()) {
            return;
        }
        List<String> different = compared.map(glance::differences).orElse(List.of());
        Why why = cadence.next(false, pause, different, trouble());
        pause = false;
        Optional<Report> report = why == Why.GLANCE ? Optional.empty() : Optional.of(check());
        if (cancellation.isCancelled()) {
            return;
        }
        listener.round(new Round(number, start, why, Sign.of(glance), different, report, now().since(start)));
        report.ifPresent(seen -> {
            compared = Optional.of(glance);
            judged(seen);
            incidents.judged(seen, now()).forEach(listener::changed);
        });
        incidents.tick(now()).forEach(listener::changed);
    }

    private Report check() {
        running = new Cancellation();
        return what.check().run(workplace, running, Progress.NONE);
    }

    private void judged(Report report) {
        verdict = Optional.of(report.diagnosis().verdict());
        cadence.checked(trouble());
    }

    private boolean trouble() {
        return verdict.filter(last -> last.status() != Verdict.Status.HEALTHY).isPresent();
    }

    /** @return whether the watch was cancelled */
    private boolean waitUntilNext(Moment start, Cancellation cancellation) {
        Duration interval = incidents.confirming() && what.interval().compareTo(SLICE) > 0 ? SLICE : what.interval();
        for (Duration left = left(start, interval); left.isPositive() && !pause; left = left(start, interval)) {
            Moment before = now();
            Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            if (pacer.pause(slice, cancellation)) {
                return true;
            }
            noticeStandstill(now().since(before).minus(slice));
            noticeJump(now());
        }
        return cancellation.isCancelled();
    }

    private Duration left(Moment start, Duration interval) {
        return interval.minus(now().since(start));
    }

    private void noticeJump(Moment now) {
        clocks.jump(now).ifPresent(by -> paused(new Change.ClockJumped(now, by)));
    }

    /** Where the monotonic clock goes on while the computer sleeps, a wait that took far too long is all there is to see of it. */
    private void noticeStandstill(Duration late) {
        if (late.compareTo(SLICE.multipliedBy(6)) > 0) {
            paused(new Change.StoodStill(now(), late));
        }
    }

    private void paused(Change told) {
        pause = true;
        incidents.unsettle();
        listener.changed(told);
    }

    private Moment now() {
        return new Moment(workplace.wallClock().instant(), workplace.nanoTime().getAsLong());
    }
}
