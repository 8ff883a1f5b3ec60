package org.faultline.ui.page;

/** The way to the thread on which the window lives. In a test of models it may be the same thread. */
@FunctionalInterface
public interface UiThread {

    /** Runs this there soon, in the order of the calls; may be called from any thread. */
    void run(Runnable action);
}
