package org.faultline.run.watch;

import java.time.Duration;
import org.faultline.run.Check;

/**
 * What a watch is to do.
 *
 * @param interval from the start of one round to the start of the next
 * @param rounds   after which it ends; {@link Long#MAX_VALUE} for one that goes on until it is cancelled
 */
public record Watching(Check check, Duration interval, long rounds, Damping damping) {

    public static final Duration SHORTEST = Duration.ofSeconds(1);

    public Watching(Check check, Duration interval, long rounds) {
        this(check, interval, rounds, Damping.of(interval));
    }
}
