package org.faultline.ui.guided;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;

/** What goes on behind the page of the guided session. */
public sealed interface Activity {

    /** Looking for a session that was not finished. */
    record Opening() implements Activity { }

    /** Nothing: it is the person's turn. */
    record Resting() implements Activity { }

    /** @param again the check is run again after a fix, not a step measured */
    record Measuring(boolean again, Optional<Diagnosis> soFar, List<Observation> seen) implements Activity {
        public Measuring {
            seen = List.copyOf(seen);
        }
    }

    /** The program itself failed; the session stays as it was. */
    record Crashed(Throwable why) implements Activity { }
}
