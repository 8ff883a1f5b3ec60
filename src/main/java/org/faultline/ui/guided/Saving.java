package org.faultline.ui.guided;

import java.io.IOException;
import java.time.Instant;

/** Whether what is shown is on the disk. */
public sealed interface Saving {

    /** There is nothing to save. */
    record Nothing() implements Saving { }

    record UnderWay() implements Saving { }

    /** All that is shown is on the disk. */
    record Done(Instant at) implements Saving { }

    /** What is on the disk is older than what is shown. */
    record Failed(IOException why) implements Saving { }
}
