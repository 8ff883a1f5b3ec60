package org.faultline.ui.page;

import javafx.animation.AnimationTimer;

/** What can wait until a person sees the page: made on the UI thread when the page's first frames are on the screen. */
public final class AfterFrames extends AnimationTimer {

    /** The toolkit begins a frame when the one before is drawn: when it begins the fifth, the fourth is on the screen. */
    private static final int FRAMES = 5;

    private final Runnable work;
    private int begun;

    private AfterFrames(Runnable work) {
        this.work = work;
    }

    /** Call on the UI thread. */
    public static void run(Runnable work) {
        new AfterFrames(work).start();
    }

    @Override
    public void handle(long now) {
        begun++;
        if (begun == FRAMES) {
            stop();
            work.run();
        }
    }
}
