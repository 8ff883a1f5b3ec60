package org.faultline.host.linux;

import java.time.Duration;

/** The time between sending and the kernel's stamp on the answer. */
final class RoundTrip {

    private RoundTrip() { }

    /**
     * By the kernel's stamp, unless there is none or the clock was set meanwhile: then it lies outside what the monotonic clock
     * allows.
     *
     * @param sentAt    {@link System#nanoTime()} before sending
     * @param sentClock {@link Libc#realtime} before sending
     * @param stamp     of the answer; 0 for none
     */
    static Duration between(long sentAt, long sentClock, long stamp) {
        long monotonic = System.nanoTime() - sentAt;
        long stamped = stamp - sentClock;
        return Duration.ofNanos(stamp > 0 && stamped > 0 && stamped <= monotonic ? stamped : monotonic);
    }
}
