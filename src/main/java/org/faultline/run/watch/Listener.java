package org.faultline.run.watch;

/** Hears how a watch goes on; called on the watch's own thread, in order. */
public interface Listener {

    /** A round is over; what the first check said was told before, as {@link Change.Began}. */
    default void round(Round round) { }

    /** There is something to tell. */
    default void changed(Change change) { }
}
