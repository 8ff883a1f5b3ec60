package org.faultline.ui.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.faultline.report.Texts;
import org.faultline.run.Progress;

/**
 * How long a run may still take, by what it waits for. Nothing is said in the first second, in which most runs end, nor when the time that
 * was foreseen is over. Told from the thread of the run, read from any.
 */
public final class TimeLeft {

    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private volatile long begun;
    private volatile long until;

    /** @param nanoTime a monotonic clock */
    public TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public void begin() {
        begun = nanoTime.getAsLong();
        until = begun;
    }

    /** As {@link org.faultline.run.Progress#awaited}. */
    public void awaited(Duration atMost) {
        until = nanoTime.getAsLong() + atMost.toNanos();
    }

    /** For a run of which nothing else is told while it goes on. */
    Progress hearing() {
        return new Progress() {
            @Override
            public void awaited(Duration atMost) {
                TimeLeft.this.awaited(atMost);
            }
        };
    }

    /** Empty where nothing can be said. */
    public Optional<Duration> now() {
        long now = nanoTime.getAsLong();
        return now - begun >= QUIET_NANOS && until > now ? Optional.of(Duration.ofNanos(until - now)) : Optional.empty();
    }

    /** In words, in whole seconds; empty where nothing can be said. */
    public static String words(Optional<Duration> left, Texts texts) {
        return left.map(time -> texts.get("left", Math.ceilDiv(time.toMillis(), 1000L))).orElse("");
    }
}
