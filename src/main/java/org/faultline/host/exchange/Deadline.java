package org.faultline.host.exchange;

import java.time.Duration;

/** The moment at which a whole exchange must be over, however many steps it has. Monotonic; not a time of day. */
public record Deadline(long startNanos, long endNanos) {

    /** At most a day, so that the arithmetic never overflows. */
    public static Deadline in(Duration timeout) {
        long now = System.nanoTime();
        return new Deadline(now, now + Math.clamp(timeout.toMillis(), 0, 86_400_000L) * 1_000_000L);
    }

    public boolean passed() {
        return remainingNanos() <= 0;
    }

    /** Negative once it has passed. */
    public long remainingNanos() {
        return endNanos - System.nanoTime();
    }

    /** What is left in whole milliseconds, rounded up so that a wait for it never spins; 0 once it has passed. */
    public int remainingMillis() {
        return (int) Math.max(0, (remainingNanos() + 999_999) / 1_000_000);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
