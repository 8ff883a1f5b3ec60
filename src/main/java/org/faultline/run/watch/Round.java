package org.faultline.run.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Report;

/**
 * One look at the network.
 *
 * @param number from 1
 * @param why    of a whole check; {@link Why#GLANCE} where it was none
 * @param signs  what was asked and what answered
 * @param different what the glance saw otherwise than the one that belongs to the last whole check; nothing in the first round
 * @param report of a whole check
 */
public record Round(long number, Moment at, Why why, List<Sign> signs, List<String> different, Optional<Report> report, Duration took) {

    public Round {
        signs = List.copyOf(signs);
        different = List.copyOf(different);
    }

    /** Why a round was a whole check. */
    public enum Why {
        /** It was none. */
        GLANCE,
        FIRST,
        /** The glance saw something otherwise than before. */
        DIFFERENT,
        /** Something is wrong or undecided, and to be seen again. */
        TROUBLE,
        /** The clock jumped or the machine stood still. */
        PAUSE,
        /** It was time for one: a glance does not see everything. */
        REGULAR
    }
}
