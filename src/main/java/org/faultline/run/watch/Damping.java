package org.faultline.run.watch;

import java.time.Duration;

/**
 * When something that comes and goes is told as that, instead of each time.
 *
 * <p>(1) A root cause that came or went {@code changes} times within {@code window} counts as flapping: this is told once, in place of
 * the last change. (2) While it flaps nothing about it is told. (3) It has settled when it did not change for {@code window}: this is told
 * with how it stands and how often it came and went.
 *
 * <p>Example with 4 changes in 10 minutes: a Wi-Fi drops at 12:00 (told), is back at 12:01 (told), drops at 12:02 (told) and is back at
 * 12:03: "keeps coming and going". Until 12:15 it drops and comes back six times more (nothing is told). At 12:25 it has been quiet for ten
 * minutes: "has settled: gone since 12:15, came and went 10 times". So a night of it makes five messages and not eight hundred.
 *
 * @param changes two losses and two recoveries are the least that shows a pattern
 */
public record Damping(int changes, Duration window) {

    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final int ROUNDS = 20;

    /** 4 changes in ten minutes, or in 20 rounds where these take longer: with a round every 5 minutes, in 100 minutes. */
    public static Damping of(Duration interval) {
        Duration rounds = interval.multipliedBy(ROUNDS);
        return new Damping(4, rounds.compareTo(LEAST) > 0 ? rounds : LEAST);
    }
}
