package org.faultline.model;

import java.time.Instant;
import java.util.List;

/**
 * What is different since a run like it was last healthy, on the same computer.
 *
 * @param started when that one was
 * @param facts   by topic; empty where nothing of what was measured has changed
 */
public record SinceHealthy(Instant started, List<ChangedFact> facts) {

    public SinceHealthy {
        facts = List.copyOf(facts);
    }
}
