package org.faultline.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Targets;

/**
 * What a run is to do.
 *
 * @param stages   the stages to judge, without {@link Stage#EXTERNAL} where the targets forbid it; only probes of these run
 * @param deadline bound on the whole run
 */
public record Plan(Set<Stage> stages, List<Probe> probes, Targets targets, Duration deadline, String toolVersion) {

    /** All given stages with the probes that belong to them. */
    public Plan {
        Set<Stage> wanted = allowed(stages, targets);
        stages = wanted;
        probes = probes.stream().filter(probe -> wanted.contains(probe.stage())).toList();
    }

    /** What is left of these stages where the targets forbid to contact anything beyond the gateway. */
    static Set<Stage> allowed(Set<Stage> stages, Targets targets) {
        return stages.stream().filter(stage -> targets.external() || stage != Stage.EXTERNAL).collect(Collectors.toUnmodifiableSet());
    }
}
