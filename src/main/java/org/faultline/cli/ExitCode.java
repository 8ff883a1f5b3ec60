package org.faultline.cli;

import java.util.List;
import org.faultline.model.Report;
import org.faultline.model.Verdict;

/** The exit codes, those of monitoring plugins. */
final class ExitCode {

    static final int HEALTHY = 0;
    static final int DEGRADED = 1;
    static final int FAULT = 2;

    /** Undecided, not allowed to measure, cancelled, or bad arguments. */
    static final int UNDECIDED = 3;

    private ExitCode() { }

    /** Of several: a fault before what is undecided, that before a warning. */
    static int worst(List<Report> reports) {
        List<Integer> codes = reports.stream().map(report -> of(report.diagnosis().verdict().status())).toList();
        return List.of(FAULT, UNDECIDED, DEGRADED).stream().filter(codes::contains).findFirst().orElse(HEALTHY);
    }

    static int of(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> HEALTHY;
            case DEGRADED -> DEGRADED;
            case FAULT -> FAULT;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
