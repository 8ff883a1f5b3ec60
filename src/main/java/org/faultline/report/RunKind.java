package org.faultline.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;

/** What a run was about. Runs of two kinds asked different questions: what one found says nothing about the other. */
public enum RunKind {
    /** The way outward, or a part of it. */
    WAY,
    /** One service. */
    SERVICE,
    /** What listens on this computer. */
    PORTS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this {@link #id()}, or nothing. */
    public static Optional<RunKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public static RunKind of(Report report) {
        return of(report.diagnosis());
    }

    static RunKind of(Diagnosis diagnosis) {
        return judges(diagnosis, Stage.SERVICE) ? SERVICE : judges(diagnosis, Stage.PORTS) ? PORTS : WAY;
    }

    /** For a name of its words such as {@code title}: what a run of this kind says where it found no fault, if the general words do not fit it. */
    Optional<String> healthy(String name, Texts labels) {
        return this == PORTS ? Optional.of(labels.get("healthy.ports." + name)) : Optional.empty();
    }

    private static boolean judges(Diagnosis diagnosis, Stage stage) {
        return diagnosis.stages().stream().map(StageResult::stage).anyMatch(stage::equals);
    }

    /** The service that was asked for, as people write it; empty where none was. */
    public static Optional<String> service(Report report) {
        return report.observations().stream().filter(seen -> seen.probe().equals("service-target")).map(Observation::target).findFirst();
    }
}
