package org.faultline.run;

import java.time.Duration;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;

/** Hears how a run goes on; called on the session's own thread, in order. */
public interface Progress {

    /** For callers that only want the report. */
    Progress NONE = new Progress() { };

    /** Something was measured. */
    default void observed(Observation observation) { }

    /** The answers that are awaited now are given up after this time at the latest; what they say may raise more questions. */
    default void awaited(Duration atMost) { }

    /** What can be said so far; the last one is final. */
    default void judged(Diagnosis soFar) { }
}
