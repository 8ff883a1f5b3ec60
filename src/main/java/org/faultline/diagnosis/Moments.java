package org.faultline.diagnosis;

import java.time.Duration;
import java.util.Map;
import org.faultline.model.Fault;
import org.faultline.model.Stage;

/**
 * When things became certain in a run that is judged again and again, each from the start of the run.
 *
 * @param now     the moment of this judging
 * @param decided stages that were decided before, and when
 * @param found   what was found before, and when
 */
public record Moments(Duration now, Map<Stage, Duration> decided, Map<Fault, Duration> found) {

    public Moments {
        decided = Map.copyOf(decided);
        found = Map.copyOf(found);
    }

    /** For evidence that is judged once, such as a saved report's. */
    public static Moments once(Duration now) {
        return new Moments(now, Map.of(), Map.of());
    }

    Duration of(Stage stage) {
        return decided.getOrDefault(stage, now);
    }

    Duration of(Fault fault) {
        return found.getOrDefault(fault, now);
    }
}
