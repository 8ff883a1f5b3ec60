package org.faultline.report;

import org.faultline.model.Severity;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/** The signs that show how something stands to whoever sees no colour, the same in every format. */
public final class Sign {

    private static final String GOOD = "✔";
    private static final String NOTE = "ℹ";
    private static final String TROUBLE = "▲";
    private static final String BROKEN = "✘";
    private static final String UNKNOWN = "?";

    private Sign() { }

    public static String of(StageStatus status) {
        return switch (status) {
            case OK -> GOOD;
            case INFO -> NOTE;
            case WARNING -> TROUBLE;
            case FAULT -> BROKEN;
            case NOT_RUN -> "○";
            case NOT_MEASURED -> UNKNOWN;
        };
    }

    public static String of(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> GOOD;
            case DEGRADED -> TROUBLE;
            case FAULT -> BROKEN;
            case UNDECIDED -> UNKNOWN;
        };
    }

    static String of(Severity severity) {
        return switch (severity) {
            case INFO -> NOTE;
            case WARNING -> TROUBLE;
            case FAULT -> BROKEN;
            case NOT_MEASURED -> UNKNOWN;
        };
    }
}
