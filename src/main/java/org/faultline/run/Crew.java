package org.faultline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.faultline.model.Cause;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;

/**
 * The threads of one run: a named daemon platform thread per task, since native waits pin virtual ones. A task that throws is an
 * observation; so is one that overstays {@link Probe#LONGEST_MS}, whose thread is interrupted and not waited for.
 */
final class Crew {

    private final List<Job> jobs = new ArrayList<>();

    void hire(String probe, Probe.Task task, Recorder recorder, LongSupplier nanoTime, Runnable ended) {
        Job job = new Job(probe, task, recorder, ended, nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(Probe.LONGEST_MS));
        jobs.add(job);
        job.thread.start();
    }

    /** How long until the first task still at work overstays; a second at most. */
    long nanosToNextTimeout(long now) {
        return jobs.stream().filter(Job::atWork).mapToLong(job -> job.timeout - now).min()
            .orElse(TimeUnit.SECONDS.toNanos(1));
    }

    List<Job> timedOut(long now) {
        return jobs.stream().filter(job -> job.atWork() && job.timeout <= now).toList();
    }

    void dismiss() {
        jobs.forEach(job -> job.thread.interrupt());
    }

    static final class Job {

        private final Probe.Task task;
        private final Recorder recorder;
        private final Runnable ended;
        private final long timeout;
        private final Thread thread;
        private final AtomicBoolean over = new AtomicBoolean();

        private Job(String probe, Probe.Task task, Recorder recorder, Runnable ended, long timeout) {
            this.task = task;
            this.recorder = recorder;
            this.ended = ended;
            this.timeout = timeout;
            this.thread = Thread.ofPlatform().name("probe-" + probe).daemon().unstarted(this::work);
        }

        private boolean atWork() {
            return !over.get();
        }

        private void work() {
            try {
                task.measure(recorder);
                finish(() -> { });
            } catch (RuntimeException | Error e) {
                finish(() -> recorder.begin("").unknown(Cause.CRASHED, e.getClass().getSimpleName(), "none"));
            }
        }

        void giveUp() {
            finish(() -> recorder.begin("").unknown(Cause.TIMED_OUT, "", "none"));
            thread.interrupt();
        }

        /** Only the first end of a task counts. */
        private void finish(Runnable lastWords) {
            if (over.compareAndSet(false, true)) {
                lastWords.run();
                ended.run();
            }
        }
    }
}
