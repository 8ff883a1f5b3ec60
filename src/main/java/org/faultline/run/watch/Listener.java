package org.faultline.run.watch;

/** Hears how a watch goes on; called on the watch's own thread, in order. */
public interface Listener {

    /** A round is over. */
    default void round(Round round) { }

    /** There is something to tell. */
    default void changed(Change change) { }
}
