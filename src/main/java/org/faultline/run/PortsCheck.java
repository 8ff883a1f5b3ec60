package org.faultline.run;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.ports.PortProbes;

/**
 * What is open on this computer.
 *
 * @param scan     also connect to every TCP port of 127.0.0.1 and ::1
 * @param baseline what was open before, as {@link #listed} gives it; empty to compare with nothing
 * @param deadline bound on the whole run
 */
public record PortsCheck(boolean scan, Optional<Set<String>> baseline, Duration deadline) {

    /** Runs on this machine to the verdict, the deadline or the cancellation, whichever comes first. */
    public Report run(Cancellation cancellation, Progress progress) {
        return run(Workplace.here(), cancellation, progress);
    }

    /** The same on the machine of this workplace. */
    public Report run(Workplace workplace, Cancellation cancellation, Progress progress) {
        Plan plan = new Plan(Set.of(Stage.PORTS), PortProbes.of(scan, baseline), Profile.DEFAULT.targets(), deadline, Version.CURRENT);
        return new Session(plan, workplace, Carried.NOTHING).run(cancellation, progress);
    }

    /** The TCP listeners that a run found, each as {@code tcp 127.0.0.1:5432}; empty where the table could not be read. */
    public static Optional<Set<String>> listed(Report report) {
        boolean read = report.observations().stream().anyMatch(seen -> seen.probe().equals("listener") && seen.target().equals("table") && seen.passed());
        return read ? Optional.of(report.observations().stream().filter(seen -> seen.probe().equals("listener")).map(Observation::target)
            .filter(target -> target.startsWith("tcp ")).collect(Collectors.toCollection(TreeSet::new))) : Optional.empty();
    }
}
