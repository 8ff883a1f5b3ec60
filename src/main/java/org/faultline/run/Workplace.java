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

    /** The machine that the program runs on. */
    public static Workplace here() {
        InstantSource clock = WallClock.system();
        return new Workplace(() -> Hosts.local(clock), clock, System::nanoTime);
    }
}
