package org.faultline.run;

import java.util.Set;
import org.faultline.model.Report;

/**
 * One part of a check that is made in several: everything seen and meant so far.
 *
 * @param done names of the probes that came to their end, which the next part need not run again
 */
public record Leg(Report report, Set<String> done) {

    public Leg {
        done = Set.copyOf(done);
    }
}
