package org.faultline.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    /**
     * Waits so long, or until cancelled.
     *
     * @return whether it was cancelled; an interruption of this thread counts as that
     */
    public boolean await(Duration longest) {
        try {
            return cancelled.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Does this, in place of what was to be done before, as soon as it is cancelled; at once where it is already. */
    public void onCancel(Runnable action) {
        wake = action;
        if (isCancelled()) {
            action.run();
        }
    }
}
