package org.faultline.run.watch;

import org.faultline.model.Fault;
import org.faultline.model.Finding;

/**
 * One root cause while it stands.
 *
 * @param finding as it was found first, and told
 * @param lately  as it shows itself now, see {@link Story}
 */
public record Incident(Finding finding, Finding lately, Moment since) {

    public Incident(Finding finding, Moment since) {
        this(finding, finding, since);
    }

    /** By which it was told. */
    public Fault fault() {
        return finding.fault();
    }

    /** Whether it shows itself otherwise than when it was told. */
    public boolean changedItsFace() {
        return lately.fault() != finding.fault();
    }

    Incident seenAs(Finding now) {
        return new Incident(finding, now, since);
    }
}
