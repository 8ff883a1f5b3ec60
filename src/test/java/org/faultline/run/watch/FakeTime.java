package org.faultline.run.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.faultline.fake.World;
import org.faultline.run.Cancellation;

/** Clocks that move only when the watch waits, and things that happen at a moment of theirs. */
public final class FakeTime implements Watch.Pacer {

    private final Map<Long, Runnable> happens = new HashMap<>();
    private Duration monotonic = Duration.ZERO;
    private Duration wall = Duration.ZERO;

    /** When the monotonic clock has come to this second. */
    public FakeTime at(long second, Runnable event) {
        happens.put(second, event);
        return this;
    }

    /** The computer sleeps as Linux counts it: only the clock on the wall goes on. Back where negative. */
    void sleep(Duration length) {
        wall = wall.plus(length);
    }

    /** The computer sleeps as Windows counts it. */
    void standStill(Duration length) {
        wall = wall.plus(length);
        monotonic = monotonic.plus(length);
    }

    public Instant instant() {
        return World.NOW.plus(wall);
    }

    public long nanos() {
        return monotonic.toNanos();
    }

    @Override
    public boolean pause(Duration length, Cancellation cancellation) {
        long from = monotonic.toSeconds();
        monotonic = monotonic.plus(length);
        wall = wall.plus(length);
        for (long second = from + 1; second <= monotonic.toSeconds(); second++) {
            happens.getOrDefault(second, () -> { }).run();
        }
        return cancellation.isCancelled();
    }
}
