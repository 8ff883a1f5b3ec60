package org.faultline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;

/**
 * The threads of one run: a named daemon platform thread per task, since native waits pin virtual ones. A task that throws, or for
 * which the system has no thread left, is an observation; so is one that overstays {@link Probe#LONGEST_MS}, whose thread is
 * interrupted and not waited for.
 */
final class Crew {

    private final LongSupplier nanosSinceStart;
    private final Consumer<Observation> sink;
    private final Consumer<Thread> starter;
    private final List<Job> jobs = new ArrayList<>();

    /**
     * @param sink    takes each observation, from several threads
     * @param starter starts a thread; {@link Thread#start} outside tests
     */
    Crew(LongSupplier nanosSinceStart, Consumer<Observation> sink, Consumer<Thread> starter) {
        this.nanosSinceStart = nanosSinceStart;
        this.sink = sink;
        this.starter = starter;
    }

    /** @param ended called once, after the last observation of the task */
    void hire(Probe probe, Probe.Task task, Runnable ended) {
        Job job = new Job(probe, task, ended);
        jobs.add(job);
        try {
            starter.accept(job.thread);
        } catch (OutOfMemoryError e) {
            // The memory is there: this is how Java says that the system allows no more threads.
            job.crashed(e);
        }
    }

    /** How long until the first task still at work overstays; a second at most. */
    long nanosToNextTimeout() {
        long now = nanosSinceStart.getAsLong();
        return jobs.stream().filter(Job::atWork).mapToLong(job -> job.timeout - now).min()
            .orElse(TimeUnit.SECONDS.toNanos(1));
    }

    /** How long until the last task still at work overstays; nothing where none is. */
    long nanosToLastTimeout() {
        long now = nanosSinceStart.getAsLong();
        return jobs.stream().filter(Job::atWork).mapToLong(job -> job.timeout - now).max().orElse(0);
    }

    void giveUpOverdue() {
        long now = nanosSinceStart.getAsLong();
        jobs.stream().filter(job -> job.atWork() && job.timeout <= now).toList().forEach(Job::giveUp);
    }

    void dismiss() {
        jobs.forEach(job -> job.thread.interrupt());
    }

    private final class Job {

        private final Probe probe;
        private final Probe.Task task;
        private final Runnable ended;
        private final long timeout = nanosSinceStart.getAsLong() + TimeUnit.MILLISECONDS.toNanos(Probe.LONGEST_MS);
        private final Thread thread;
        private boolean over;

        private Job(Probe probe, Probe.Task task, Runnable ended) {
            this.probe = probe;
            this.task = task;
            this.ended = ended;
            this.thread = Thread.ofPlatform().name("probe-" + probe.name()).daemon().unstarted(this::work);
        }

        private synchronized boolean atWork() {
            return !over;
        }

        private void work() {
            try {
                task.measure(recorder(this::hand));
                finish(() -> { });
            } catch (RuntimeException | Error e) {
                crashed(e);
            }
        }

        /** What a task says after it was given up would contradict the evidence that was judged without it. */
        private synchronized void hand(Observation seen) {
            if (!over) {
                sink.accept(seen);
            }
        }

        private void crashed(Throwable e) {
            finish(() -> recorder(sink).begin("").unknown(Cause.CRASHED, e.getClass().getSimpleName(), "none"));
        }

        private void giveUp() {
            finish(() -> recorder(sink).begin("").unknown(Cause.TIMED_OUT, "", "none"));
            thread.interrupt();
        }

        private Recorder recorder(Consumer<Observation> to) {
            return new Recorder(probe.name(), probe.stage(), nanosSinceStart, to);
        }

        /** Only the first end of a task counts. */
        private synchronized void finish(Runnable lastWords) {
            if (!over) {
                over = true;
                lastWords.run();
                ended.run();
            }
        }
    }
}
