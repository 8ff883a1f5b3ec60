package org.faultline.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
        return judges(report, Stage.SERVICE) ? SERVICE : judges(report, Stage.PORTS) ? PORTS : WAY;
    }

    private static boolean judges(Report report, Stage stage) {
        return report.diagnosis().stages().stream().map(StageResult::stage).anyMatch(stage::equals);
    }

    /** The service that was asked for, as people write it; empty where none was. */
    public static Optional<String> service(Report report) {
        return report.observations().stream().filter(seen -> seen.probe().equals("service-target")).map(Observation::target).findFirst();
    }
}
