package org.faultline.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Observation;
import org.faultline.probe.Probe;

/**
 * What a run starts with beside its plan.
 *
 * @param kept    observations of earlier runs, with their ids
 * @param done    names of probes that these rest on and that need not run again
 * @param lent    probes of stages that are not judged, started only when a question awaits them
 * @param started when the run began of which this one is the next part; empty for one that stands alone
 */
record Carried(List<Observation> kept, Set<String> done, List<Probe> lent, Optional<Instant> started) {

    static final Carried NOTHING = new Carried(List.of(), Set.of(), List.of(), Optional.empty());

    Carried {
        kept = List.copyOf(kept);
        done = Set.copyOf(done);
        lent = List.copyOf(lent);
    }
}
