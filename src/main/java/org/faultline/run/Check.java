package org.faultline.run;

import java.time.Duration;
import java.util.Set;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.Probes;

/**
 * One check of a machine.
 *
 * @param stages   the stages to judge; {@link Stage#EXTERNAL} drops out where the profile forbids to contact anything beyond the gateway
 * @param deadline bound on the whole run
 */
public record Check(Profile profile, Set<Stage> stages, Duration deadline) {

    public Check {
        stages = Plan.allowed(stages, profile.targets());
    }

    /** Runs on this machine to the verdict, the deadline or the cancellation, whichever comes first. */
    public Report run(Cancellation cancellation, Progress progress) {
        return run(Workplace.here(), cancellation, progress);
    }

    /** The same on the machine of this workplace. */
    public Report run(Workplace workplace, Cancellation cancellation, Progress progress) {
        return new Session(plan(stages), workplace, Carried.NOTHING).run(cancellation, progress);
    }

    /** What a run does that judges these of the check's stages. */
    Plan plan(Set<Stage> judged) {
        return new Plan(judged, Probes.all(), profile.targets(), deadline, Version.CURRENT);
    }
}
