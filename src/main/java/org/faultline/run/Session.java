package org.faultline.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.faultline.diagnosis.Judgement;
import org.faultline.diagnosis.Judgement.Judged;
import org.faultline.diagnosis.Moments;
import org.faultline.host.Host;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Situation;

/**
 * One run of the check. All probes that need no invitation start at once; after each observation the tree is walked again, and
 * the run ends as soon as it can conclude, not when the slowest probe does. Probes on demand start when a question awaits them.
 */
public final class Session {

    private final Plan plan;
    private final Host host;
    private final InstantSource wallClock;
    private final LongSupplier nanoTime;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<Stage, Duration> decidedAt = new EnumMap<>(Stage.class);
    private final Map<Fault, Duration> foundAt = new EnumMap<>(Fault.class);
    private final Set<Probe> waiting = new HashSet<>();
    private final Crew crew = new Crew(this::nanos, seen -> events.add(new Event.Observed(seen)), Thread::start);
    private final Carried carried;
    private final Ledger ledger;
    private long startNanos;
    private long earlierNanos;

    /** What reaches the session's thread: an observation, the end of a task, or nothing but a wake-up call. */
    private sealed interface Event {
        record Observed(Observation observation) implements Event { }

        record TaskEnded(Probe probe) implements Event { }

        record Wake() implements Event { }
    }

    /**
     * @param wallClock tells when the run started
     * @param nanoTime  a monotonic clock in nanoseconds, such as {@link System#nanoTime}
     */
    public Session(Plan plan, Host host, InstantSource wallClock, LongSupplier nanoTime) {
        this(plan, new Workplace(() -> host, wallClock, nanoTime), Carried.NOTHING);
    }

    /** A run that goes on from what earlier ones have seen. */
    Session(Plan plan, Workplace workplace, Carried carried) {
        this.plan = plan;
        this.host = workplace.host().get();
        this.wallClock = workplace.wallClock();
        this.nanoTime = workplace.nanoTime();
        this.carried = carried;
        this.ledger = new Ledger(plan.probes(), carried);
    }

    /** Runs to the verdict, the deadline or the cancellation, whichever comes first. Call once. */
    public Report run(Cancellation cancellation, Progress progress) {
        return leg(cancellation, progress).report();
    }

    /** As {@link #run}, also telling which probes came to their end. */
    Leg leg(Cancellation cancellation, Progress progress) {
        Instant now = wallClock.instant();
        Instant started = carried.started().filter(earlier -> !earlier.isAfter(now)).orElse(now);
        startNanos = nanoTime.getAsLong();
        earlierNanos = Duration.between(started, now).toNanos();
        cancellation.onCancel(() -> events.add(new Event.Wake()));
        try {
            Situation situation = Situation.of(host, plan.targets(), wallClock);
            Judged judged = startProbes(situation, cancellation, progress) ? judge(progress) : judgeUntilComplete(situation, cancellation, progress);
            Report report = new Report(plan.toolVersion(), started, now(), MachineFacts.of(situation), judged.diagnosis(), ledger.observations());
            return new Leg(report, ledger.done());
        } finally {
            crew.dismiss();
        }
    }

    /**
     * Starts all probes that need no invitation, stage by stage, and judges in between: where the machine's own state tells the fault,
     * nothing is sent outward.
     *
     * @return whether the verdict stands already
     */
    private boolean startProbes(Situation situation, Cancellation cancellation, Progress progress) {
        List<Probe> toRun = plan.probes().stream().filter(ledger::isOpen).toList();
        waiting.addAll(toRun.stream().filter(Probe::onDemand).toList());
        waiting.addAll(carried.lent().stream().filter(ledger::isOpen).toList());
        for (Stage stage : Stage.values()) {
            toRun.stream().filter(probe -> probe.stage() == stage && !probe.onDemand()).forEach(probe -> start(probe, situation));
            takeWaiting(progress);
            if (cancelled(cancellation) || timeIsUp()) {
                return false;
            }
            if (judge(progress).complete()) {
                return true;
            }
        }
        return false;
    }

    private Judged judgeUntilComplete(Situation situation, Cancellation cancellation, Progress progress) {
        while (true) {
            boolean cancelled = cancelled(cancellation);
            if (cancelled || timeIsUp()) {
                return cutShort(cancelled, progress);
            }
            Judged judged = judge(progress);
            if (judged.complete()) {
                return judged;
            }
            startAwaited(judged.awaiting(), situation);
            progress.awaited(Duration.ofNanos(Math.max(0, Math.min(crew.nanosToLastTimeout(), nanosLeft()))));
            takeEvents(progress);
        }
    }

    private static boolean cancelled(Cancellation cancellation) {
        return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
    }

    private boolean timeIsUp() {
        return nanosLeft() <= 0;
    }

    private Judged judge(Progress progress) {
        Judged judged = Judgement.judge(ledger.evidence(), plan.stages(), moments());
        judged.decided().forEach(stage -> decidedAt.putIfAbsent(stage, now()));
        judged.diagnosis().findings().forEach(finding -> foundAt.putIfAbsent(finding.fault(), finding.at()));
        progress.judged(judged.diagnosis());
        return judged;
    }

    private Moments moments() {
        return new Moments(now(), decidedAt, foundAt);
    }

    private void startAwaited(Set<String> awaited, Situation situation) {
        List<Probe> now = waiting.stream().filter(probe -> awaited.contains(probe.name())).toList();
        now.forEach(probe -> start(probe, situation));
        waiting.removeAll(now);
    }

    /** Waits for the next event, then takes all that have come meanwhile, so that one walk serves them all. */
    private void takeEvents(Progress progress) {
        next(Math.max(1, Math.min(crew.nanosToNextTimeout(), nanosLeft()))).ifPresent(event -> take(event, progress));
        takeWaiting(progress);
        crew.giveUpOverdue();
    }

    private void takeWaiting(Progress progress) {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            take(event, progress);
        }
    }

    private Optional<Event> next(long nanos) {
        try {
            return Optional.ofNullable(events.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void take(Event event, Progress progress) {
        switch (event) {
            case Event.Observed(Observation observation) -> progress.observed(ledger.add(observation));
            case Event.TaskEnded(Probe probe) -> ledger.ended(probe);
            case Event.Wake() -> { }
        }
    }

    private void start(Probe probe, Situation situation) {
        List<Probe.Task> tasks = tasksOf(probe, situation);
        ledger.started(probe, tasks.size());
        if (tasks.isEmpty()) {
            // It is at its end, and no task of it will say so.
            events.add(new Event.Wake());
        }
        for (Probe.Task task : tasks) {
            crew.hire(probe, task, () -> events.add(new Event.TaskEnded(probe)));
        }
    }

    /** A probe that cannot even say what it would do has crashed like any other: that is an observation. */
    private static List<Probe.Task> tasksOf(Probe probe, Situation situation) {
        try {
            return probe.tasks(situation);
        } catch (RuntimeException e) {
            return List.of(_ -> {
                throw e;
            });
        }
    }

    private Judged cutShort(boolean cancelled, Progress progress) {
        String why = cancelled ? "" : "deadline";
        take(new Event.Observed(skipped("session", "run", innermost(), why)), progress);
        plan.probes().stream().filter(ledger::isOpen)
            .forEach(probe -> take(new Event.Observed(skipped(probe.name(), "", probe.stage(), why)), progress));
        Judged judged = Judgement.cutShort(ledger.evidence(), plan.stages(), moments());
        progress.judged(judged.diagnosis());
        return judged;
    }

    private Stage innermost() {
        return plan.stages().stream().min(Comparator.naturalOrder()).orElse(Stage.LOOPBACK_IPV4);
    }

    private Observation skipped(String probe, String target, Stage stage, String why) {
        return new Observation("", probe, target, stage, Outcome.SKIPPED, Cause.CANCELLED, why, "session", now(), Duration.ZERO, Map.of());
    }

    private long nanos() {
        return earlierNanos + nanoTime.getAsLong() - startNanos;
    }

    private Duration now() {
        return Duration.ofNanos(nanos());
    }

    private long nanosLeft() {
        return plan.deadline().toNanos() - (nanos() - earlierNanos);
    }
}
