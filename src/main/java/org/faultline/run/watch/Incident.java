package org.faultline.run.watch;

import org.faultline.model.Fault;
import org.faultline.model.Finding;

/** One root cause while it stands. */
public record Incident(Finding finding, Moment since) {

    public Fault fault() {
        return finding.fault();
    }
}
