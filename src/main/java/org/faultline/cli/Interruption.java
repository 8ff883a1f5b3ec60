package org.faultline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faultline.run.Cancellation;

/**
 * Ctrl-C, and a request to terminate: cancels the run, lets what was seen until then be written, and ends with
 * {@link ExitCode#UNDECIDED}. Java offers only a shutdown hook for this; the hook holds the end of the process until the result is
 * out and then halts with our exit code, which would otherwise be 130.
 */
final class Interruption implements AutoCloseable {

    /** Far more than writing takes; after that a stuck reader of a pipe must not keep the program alive. */
    private static final long PATIENCE_S = 3;

    private final Cancellation cancellation;
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final CountDownLatch written = new CountDownLatch(1);

    private Interruption(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    static Interruption cancels(Cancellation cancellation) {
        Interruption interruption = new Interruption(cancellation);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupted() {
        cancellation.cancel();
        try {
            if (!written.await(PATIENCE_S, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.UNDECIDED);
    }

    /** The result is out. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already ending: let the hook go on.
            written.countDown();
        }
    }
}
