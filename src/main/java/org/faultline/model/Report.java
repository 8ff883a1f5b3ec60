package org.faultline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one run leaves behind: when and where it ran, what was seen and what it means.
 *
 * @param toolVersion of the program that measured
 * @param redacted    whether what is private was taken out
 * @param machine     the computer as a nested map of plain values ({@code os}, {@code hostname}, {@code interfaces}, {@code routes}, …)
 * @param sinceHealthy what has changed since a run like it was healthy, where something is wrong and such a run was kept
 */
public record Report(String toolVersion, Instant started, Duration elapsed, Map<String, Object> machine, Diagnosis diagnosis,
                     List<Observation> observations, Conversation conversation, boolean redacted, Optional<SinceHealthy> sinceHealthy) {

    public Report {
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
        observations = List.copyOf(observations);
    }

    /** A report with everything in it. */
    public Report(String toolVersion, Instant started, Duration elapsed, Map<String, Object> machine, Diagnosis diagnosis,
                  List<Observation> observations, Conversation conversation) {
        this(toolVersion, started, elapsed, machine, diagnosis, observations, conversation, false, Optional.empty());
    }

    /** A report of a run that nobody was asked about. */
    public Report(String toolVersion, Instant started, Duration elapsed, Map<String, Object> machine, Diagnosis diagnosis,
                  List<Observation> observations) {
        this(toolVersion, started, elapsed, machine, diagnosis, observations, Conversation.QUICK);
    }

    /** The same run with what people brought to it. */
    public Report with(Conversation other) {
        return new Report(toolVersion, started, elapsed, machine, diagnosis, observations, other, redacted, sinceHealthy);
    }

    /** The same run, compared with an earlier one. */
    public Report with(SinceHealthy changed) {
        return new Report(toolVersion, started, elapsed, machine, diagnosis, observations, conversation, redacted, Optional.of(changed));
    }
}
