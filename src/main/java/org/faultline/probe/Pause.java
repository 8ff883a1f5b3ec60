package org.faultline.probe;

import java.time.Duration;

/** Waiting between two readings of the same thing. */
final class Pause {

    private Pause() { }

    /** @return false if interrupted: nobody waits for the rest any more */
    static boolean of(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
