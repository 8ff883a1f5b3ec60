package org.faultline.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One thing found, with the observations that speak for it, against it, and those that could not be made.
 *
 * @param stage where it was found; for faults of no particular stage, the stage at which it was met
 * @param facts the names and figures that its words mention, such as {@code gateway} or {@code interface}
 * @param at    from the start of the run to the moment at which it was certain
 */
public record Finding(Fault fault, Stage stage, List<Observation> because, List<Observation> against,
                      List<Observation> notMeasured, Map<String, String> facts, Duration at) {

    public Finding {
        because = List.copyOf(because);
        against = List.copyOf(against);
        notMeasured = List.copyOf(notMeasured);
        facts = Map.copyOf(facts);
    }

    /** The same finding, certain since this moment. */
    public Finding at(Duration moment) {
        return new Finding(fault, stage, because, against, notMeasured, facts, moment);
    }

    public Severity severity() {
        return fault.severity();
    }
}
