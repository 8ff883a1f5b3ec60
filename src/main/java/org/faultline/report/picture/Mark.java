package org.faultline.report.picture;

import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Truth;

/** The sign beside a text, so that nothing is told by colour alone. Drawn as lines, since not every font has these signs. */
public enum Mark {
    NONE(""),
    YES("M4.2 8.4 L7 11.2 L11.8 5.2"),
    NO("M5 5 L11 11 M11 5 L5 11"),
    /** Also for what could not be measured. */
    UNKNOWN("M5.6 6.2 C5.6 3.6 10.4 3.6 10.4 6.2 C10.4 8 8 7.8 8 9.6 M8 12 L8 12.1"),
    NOT_ASKED("M10.4 8 A2.4 2.4 0 1 1 5.6 8 A2.4 2.4 0 1 1 10.4 8"),
    ASKING("M4.6 8 L4.7 8 M8 8 L8.1 8 M11.4 8 L11.5 8"),
    WARNING("M8 4 L8 9 M8 11.9 L8 12"),
    INFO("M8 7.4 L8 12 M8 4.4 L8 4.5");

    private final String path;

    Mark(String path) {
        this.path = path;
    }

    /** Lines to stroke with round ends, as an SVG path in a square of 16; empty for {@link #NONE}. */
    public String path() {
        return path;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Mark of(Optional<Truth> answer) {
        return answer.map(truth -> switch (truth) {
            case YES -> YES;
            case NO -> NO;
            case UNKNOWN -> UNKNOWN;
        }).orElse(NOT_ASKED);
    }

    static Mark of(State state) {
        return switch (state) {
            case QUIET -> NOT_ASKED;
            case ASKING -> ASKING;
            case GOOD -> YES;
            case NEUTRAL -> NONE;
            case INFO -> INFO;
            case UNKNOWN -> UNKNOWN;
            case WARNING -> WARNING;
            case FAULT -> NO;
        };
    }
}
