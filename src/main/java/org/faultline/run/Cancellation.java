package org.faultline.run;

import java.util.concurrent.CountDownLatch;

/** Ends a run early from any thread; what was seen until then still makes a report. */
public final class Cancellation {

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Runnable wake = () -> { };

    public void cancel() {
        cancelled.countDown();
        wake.run();
    }

    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    void onCancel(Runnable action) {
        wake = action;
        if (isCancelled()) {
            action.run();
        }
    }
}
