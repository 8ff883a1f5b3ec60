package org.faultline.model;

import java.util.Locale;

/** The answer to a question of the decision tree. From {@link #UNKNOWN} follows neither health nor a fault. */
public enum Truth {
    YES, NO, UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /** Yes becomes no and no becomes yes; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
