package org.faultline.host.exchange;

import java.time.Duration;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

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

    /**
     * Why an exchange ended without its answer: STALLED if we waited for the peer for at least half of the time. Else this computer was
     * too busy to ask and to listen, which says nothing of the peer: TIMED_OUT. Example: of 1.9 s a loaded machine spent 1.5 s on the
     * mathematics of a handshake, and the answer had 0.4 s to come.
     */
    public Failure overAfterWaiting(long waitedNanos) {
        return Failure.of(waitedNanos * 2 >= endNanos - startNanos ? Cause.STALLED : Cause.TIMED_OUT);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
