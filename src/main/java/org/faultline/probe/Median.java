package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The middle of several times: what half of them stay below, untouched by a single stall. */
final class Median {

    private Median() { }

    /** The upper of the two middle ones for an even number; nothing of nothing. */
    static Optional<Duration> of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
