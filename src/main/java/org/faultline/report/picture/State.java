package org.faultline.report.picture;

import java.util.Locale;
import org.faultline.model.Severity;
import org.faultline.model.StageStatus;

/** How a place in the tree came out, which its look follows: quiet is what did not happen. */
public enum State {
    /** Not asked. */
    QUIET,
    /** The question that the run waits for. */
    ASKING,
    /** As it should be. */
    GOOD,
    /** Asked on the way to something else; in itself neither good nor bad. */
    NEUTRAL,
    INFO,
    /** Could not be measured. */
    UNKNOWN,
    WARNING,
    FAULT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(Severity severity) {
        return switch (severity) {
            case INFO -> INFO;
            case WARNING -> WARNING;
            case FAULT -> FAULT;
            case NOT_MEASURED -> UNKNOWN;
        };
    }

    public static State of(StageStatus status) {
        return switch (status) {
            case OK -> GOOD;
            case INFO -> INFO;
            case WARNING -> WARNING;
            case FAULT -> FAULT;
            case NOT_RUN -> QUIET;
            case NOT_MEASURED -> UNKNOWN;
        };
    }
}
