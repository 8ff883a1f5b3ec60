package org.faultline.run.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time by both clocks.
 *
 * @param wall  what to show; may jump
 * @param nanos monotonic, for durations. Linux does not count the time in which the computer sleeps.
 */
public record Moment(Instant wall, long nanos) {

    public Duration since(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }
}
