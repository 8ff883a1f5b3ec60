package org.faultline.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Targets;

/**
 * What a run is to do.
 *
 * @param stages   the stages to judge; only probes of these run
 * @param deadline bound on the whole run
 */
public record Plan(Set<Stage> stages, List<Probe> probes, Targets targets, Duration deadline, String toolVersion) {

    /** All given stages with the probes that belong to them. */
    public Plan {
        stages = Set.copyOf(stages);
        Set<Stage> wanted = stages;
        probes = probes.stream().filter(probe -> wanted.contains(probe.stage())).toList();
    }
}
