package org.faultline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.faultline.run.Cancellation;

/**
 * Ctrl-C, and a request to terminate: cancels the run, lets what was seen until then be written, and ends with
 * {@link ExitCode#UNDECIDED}. Java offers only a shutdown hook for this; the hook holds the end of the process until the result is
 * out and then halts with our exit code, which would otherwise be 130.
 */
final class Interruption implements AutoCloseable {

    /**
     * Cancelling takes 0.1 s and writing less; on two cores shared by twenty busy programs it was seen to take 3 s. A stuck reader of
     * our pipe must not keep the program alive for ever.
     */
    private static final long PATIENCE_S = 10;

    private final Cancellation cancellation;
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private final CountDownLatch written = new CountDownLatch(1);

    private final Runnable abandoned;

    private final IntSupplier exitCode;

    private Interruption(Cancellation cancellation, Runnable abandoned, IntSupplier exitCode) {
        this.cancellation = cancellation;
        this.abandoned = abandoned;
        this.exitCode = exitCode;
    }

    /** @param abandoned clears away what was begun, when the result could not be written in time */
    static Interruption cancels(Cancellation cancellation, Runnable abandoned) {
        return cancels(cancellation, abandoned, () -> ExitCode.UNDECIDED);
    }

    /** @param exitCode of a command for which being interrupted is the usual end */
    static Interruption cancels(Cancellation cancellation, Runnable abandoned, IntSupplier exitCode) {
        Interruption interruption = new Interruption(cancellation, abandoned, exitCode);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupted() {
        cancellation.cancel();
        try {
            if (!written.await(PATIENCE_S, TimeUnit.SECONDS)) {
                abandoned.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode.getAsInt());
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
