package org.faultline.model;

import java.util.Locale;

/** How one measurement ended. Only {@link #FAILED} may ever support a fault. */
public enum Outcome {
    /** The thing asked for was seen. */
    PASSED,
    /** It was measured, and the thing asked for was not there. */
    FAILED,
    /** It could not be measured; says nothing for or against. */
    UNKNOWN,
    /** It was not tried, on purpose or because the run ended first. */
    SKIPPED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
