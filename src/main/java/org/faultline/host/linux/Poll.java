package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** Waits for sockets by poll(2), in slices short enough that an interrupted thread notices within 100 ms. */
final class Poll {

    static final int IN = 0x1;
    static final int OUT = 0x4;
    static final int ERROR = 0x8;
    static final int HANG_UP = 0x10;

    /** How a wait ended. {@code CANCELLED} leaves the interrupt flag set. */
    enum Woken {
        READY, TIMED_OUT, CANCELLED;

        /** What a call that waited for an answer says when it did not come. */
        Failure failure() {
            return switch (this) {
                case READY -> Failure.NONE;
                case TIMED_OUT -> Failure.NO_REPLY;
                case CANCELLED -> Failure.of(Cause.CANCELLED);
            };
        }
    }

    private static final int SLICE_MILLIS = 100;
    private static final int ENTRY = 8;

    private final MemorySegment entries;
    private final int count;

    /** For these sockets; no events yet. */
    Poll(Arena arena, int... sockets) {
        count = sockets.length;
        entries = arena.allocate((long) ENTRY * count, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            entries.set(JAVA_INT, (long) ENTRY * i, sockets[i]);
        }
    }

    /** What to wait for on one socket, in the order of the constructor; errors always wake. */
    Poll events(int socket, int events) {
        entries.set(JAVA_SHORT, (long) ENTRY * socket + 4, (short) events);
        return this;
    }

    /** Waits until one of them has an event, the deadline passes or the thread is interrupted. */
    Woken await(Deadline deadline) {
        return until(deadline.endNanos());
    }

    /** Like {@link #await}, to a {@link System#nanoTime()}. */
    Woken until(long nanoTime) {
        while (!Thread.currentThread().isInterrupted()) {
            long left = nanoTime - System.nanoTime();
            int slice = (int) Math.clamp((left + 999_999) / 1_000_000, 0, SLICE_MILLIS);
            int ready = Libc.call(Libc.POLL, entries.address(), count, slice);
            if (ready > 0) {
                return Woken.READY;
            }
            if (left <= 0) {
                return Woken.TIMED_OUT;
            }
        }
        return Woken.CANCELLED;
    }

    int ready(int socket) {
        return entries.get(JAVA_SHORT, (long) ENTRY * socket + 6) & 0xFFFF;
    }
}
