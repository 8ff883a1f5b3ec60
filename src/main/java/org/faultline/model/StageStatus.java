package org.faultline.model;

import java.util.Locale;

/** How one stage came out. */
public enum StageStatus {
    OK, INFO, WARNING, FAULT,
    /** Not judged: a fault before it explains it, it was left out on request, or the run ended first. */
    NOT_RUN,
    /** Judged, and too little of it could be measured to say anything. */
    NOT_MEASURED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
