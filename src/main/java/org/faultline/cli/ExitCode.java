package org.faultline.cli;

import org.faultline.model.Verdict;

/** The exit codes, those of monitoring plugins. */
final class ExitCode {

    static final int HEALTHY = 0;
    static final int DEGRADED = 1;
    static final int FAULT = 2;

    /** Undecided, not allowed to measure, cancelled, or bad arguments. */
    static final int UNDECIDED = 3;

    private ExitCode() { }

    static int of(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> HEALTHY;
            case DEGRADED -> DEGRADED;
            case FAULT -> FAULT;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
