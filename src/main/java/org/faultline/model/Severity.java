package org.faultline.model;

import java.util.Locale;

/** What a finding of this kind does to the verdict. */
public enum Severity {
    /** Normal but surprising; never alarms. */
    INFO,
    /** Degraded; the run goes on. */
    WARNING,
    /** The verdict; stops the blame there. */
    FAULT,
    /** No right or no tool to measure; never read as health or as a fault. */
    NOT_MEASURED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
