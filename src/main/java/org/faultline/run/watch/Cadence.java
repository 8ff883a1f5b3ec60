package org.faultline.run.watch;

import java.util.List;
import org.faultline.run.watch.Round.Why;

/**
 * Which rounds are whole checks.
 *
 * <p>Healthy, one in {@value #REGULAR} is, besides those in which a glance saw a difference: at 30 s, every ten minutes. In trouble every
 * round is, so that recovery is seen at once, for {@value #EAGER} of them; what stands longer is checked every {@value #PATIENT} rounds.
 */
final class Cadence {

    private static final int REGULAR = 20;
    private static final int EAGER = 10;
    private static final int PATIENT = 5;

    private int sinceWhole;
    private int wholeInTrouble;

    /** @param pause the machine slept since the last round */
    Why next(boolean first, boolean pause, List<String> different, boolean trouble) {
        sinceWhole++;
        int every = !trouble ? REGULAR : wholeInTrouble < EAGER ? 1 : PATIENT;
        return first ? Why.FIRST : pause ? Why.PAUSE : !different.isEmpty() ? Why.DIFFERENT
            : sinceWhole < every ? Why.GLANCE : trouble ? Why.TROUBLE : Why.REGULAR;
    }

    /** A whole check was made. */
    void checked(boolean trouble) {
        sinceWhole = 0;
        wholeInTrouble = trouble ? Math.min(EAGER, wholeInTrouble + 1) : 0;
    }
}
