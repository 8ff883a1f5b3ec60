package org.faultline.model;

import java.util.List;
import java.util.Map;

/**
 * One thing found, with the observations that speak for it, against it, and those that could not be made.
 *
 * @param stage where it was found; for faults of no particular stage, the stage at which it was met
 * @param facts the names and figures that its words mention, such as {@code gateway} or {@code interface}
 */
public record Finding(Fault fault, Stage stage, List<Observation> because, List<Observation> against,
                      List<Observation> notMeasured, Map<String, String> facts) {

    public Finding {
        because = List.copyOf(because);
        against = List.copyOf(against);
        notMeasured = List.copyOf(notMeasured);
        facts = Map.copyOf(facts);
    }

    public Severity severity() {
        return fault.severity();
    }
}
