package org.faultline.run.watch;

import java.time.Duration;
import java.util.Optional;

/** Compares the clock on the wall with the one that only goes on: where they disagree, the first one was set or the computer slept. */
final class Clocks {

    /** Time servers correct by less; a clock that is off by more is worth a line. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private Moment last;

    Clocks(Moment start) {
        last = start;
    }

    /** How far the clock on the wall jumped since the last call. */
    Optional<Duration> jump(Moment now) {
        Duration jump = Duration.between(last.wall(), now.wall()).minus(now.since(last));
        last = now;
        return jump.abs().compareTo(LEAST) > 0 ? Optional.of(jump) : Optional.empty();
    }
}
