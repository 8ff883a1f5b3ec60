package org.faultline.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one answer of a run.
 *
 * @param finding the finding behind it; empty when healthy, or undecided for lack of measurement
 * @param between the two ends of the break, nearest first; empty when there is none
 * @param at      from the start of the run to the moment at which this was certain
 */
public record Verdict(Status status, Optional<Finding> finding, List<String> between, Duration at) {

    public Verdict {
        between = List.copyOf(between);
    }

    public enum Status {
        HEALTHY, DEGRADED, FAULT, UNDECIDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something is wrong, so that it is worth telling what has changed since nothing was. */
    public boolean foundTrouble() {
        return switch (status) {
            case FAULT, DEGRADED -> true;
            case HEALTHY, UNDECIDED -> false;
        };
    }

    /** {@code healthy}, {@code undecided}, or the code of the finding behind the verdict. */
    public String code() {
        return finding.map(Finding::fault).map(Fault::code).orElse(status.id());
    }
}
