package org.faultline.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.faultline.host.Hosts;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.Probes;

/**
 * One check of the machine that the program runs on.
 *
 * @param stages   the stages to judge; {@link Stage#EXTERNAL} drops out where the profile forbids to contact anything beyond the gateway
 * @param deadline bound on the whole run
 */
public record Check(Profile profile, Set<Stage> stages, Duration deadline) {

    public Check {
        stages = Plan.allowed(stages, profile.targets());
    }

    /** Runs to the verdict, the deadline or the cancellation, whichever comes first. */
    public Report run(Cancellation cancellation, Progress progress) {
        Plan plan = new Plan(stages, Probes.all(), profile.targets(), deadline, Version.CURRENT);
        InstantSource clock = WallClock.system();
        return new Session(plan, Hosts.local(clock), clock, System::nanoTime).run(cancellation, progress);
    }
}
