package org.faultline.run;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.faultline.host.Host;
import org.faultline.host.Hosts;

/**
 * What a run measures with: the machine, seen anew by each run, and the clocks.
 *
 * @param wallClock tells when something happened
 * @param nanoTime  a monotonic clock in nanoseconds, such as {@link System#nanoTime}
 */
public record Workplace(Supplier<Host> host, InstantSource wallClock, LongSupplier nanoTime) {

    /**
     * Makes the first run as quick as the second: loads, beside everything else, what measuring needs. Not while the toolkit starts: GTK
     * sets environment variables then, and whoever reads one at that moment takes the process down (getenv(3): not safe beside setenv).
     */
    public static void warmUp() {
        Thread thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(Hosts::warm);
        thread.setUncaughtExceptionHandler((_, _) -> { });
        thread.start();
    }

    /** The machine that the program runs on. */
    public static Workplace here() {
        InstantSource clock = WallClock.system();
        return new Workplace(() -> Hosts.local(clock), clock, System::nanoTime);
    }
}
