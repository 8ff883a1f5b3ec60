package org.faultline.run;

import java.time.InstantSource;

/** The one place that asks for the time of day; everything else is handed a clock. */
public final class WallClock {

    private WallClock() { }

    public static InstantSource system() {
        return InstantSource.system();
    }
}
