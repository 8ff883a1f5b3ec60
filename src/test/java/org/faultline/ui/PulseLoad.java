package org.faultline.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * What the thread of the window does in one go: how long it computes, in processor time, and how long it is held, by a sleep, a lock or a
 * socket, while anything of this program is on its stack. What the machine gives to other programs meanwhile counts as neither, so that the
 * figure is the same on a busy machine. One go ends at each pulse, after its layout, and at both ends of each {@link #piece}: how many
 * pieces come before a pulse is up to the machine. (A third of what is allowed goes into the copying of the picture, which headless windows do there.)
 * {@link #begin} and {@link #end} are called on the thread of the window.
 */
final class PulseLoad {

    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;
    private static final String OURS = "org.faultline.";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread watched = Thread.currentThread();
    private final Thread watcher = Thread.ofPlatform().name("pulse-watcher").daemon().unstarted(this::watch);
    private final AtomicLong held = new AtomicLong();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulses++;
            mark();
        }
    };
    private long computed = threads.getCurrentThreadCpuTime();
    private Duration longest = Duration.ZERO;
    private int pulses;
    private volatile boolean ended;

    private PulseLoad() { }

    static PulseLoad begin(Scene scene) {
        PulseLoad load = new PulseLoad();
        load.timer.start();
        scene.addPostLayoutPulseListener(load::mark);
        load.watcher.start();
        return load;
    }

    /** Something that is done on that thread and judged by itself. */
    Runnable piece(Runnable action) {
        return () -> {
            mark();
            action.run();
            mark();
        };
    }

    private void mark() {
        long now = threads.getCurrentThreadCpuTime();
        Duration load = Duration.ofNanos(now - computed + held.getAndSet(0));
        computed = now;
        longest = load.compareTo(longest) > 0 ? load : longest;
    }

    /** Two looks that see one and the same wait have seen the time between them. */
    private void watch() {
        ThreadInfo before = look();
        long at = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            ThreadInfo now = look();
            long since = at;
            at = System.nanoTime();
            if (isHeld(before) && isHeld(now) && before.getWaitedCount() == now.getWaitedCount() && before.getBlockedCount() == now.getBlockedCount()) {
                held.addAndGet(at - since);
            }
            before = now;
        }
    }

    private ThreadInfo look() {
        return threads.getThreadInfo(watched.threadId(), Integer.MAX_VALUE);
    }

    private static boolean isHeld(ThreadInfo seen) {
        boolean waits = seen.getThreadState() != Thread.State.RUNNABLE || onASocket(seen.getStackTrace());
        return waits && Arrays.stream(seen.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }

    private static boolean onASocket(StackTraceElement[] stack) {
        return stack.length > 0 && stack[0].isNativeMethod()
            && Stream.of("java.net.", "sun.nio.ch.").anyMatch(stack[0].getClassName()::startsWith);
    }

    int pulses() {
        return pulses;
    }

    /** The most in one go. */
    Duration end() {
        timer.stop();
        ended = true;
        mark();
        return longest;
    }
}
