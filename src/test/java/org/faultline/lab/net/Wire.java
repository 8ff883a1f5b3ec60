package org.faultline.lab.net;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.TunDevice;

/** A line between two tun or tap links, run by this process: it can delay, jitter, and be cut. */
public final class Wire implements AutoCloseable {
    private static final int POLL_MS = 50;

    private final TunDevice left;
    private final TunDevice right;
    private final long delayNanos;
    private final long jitterNanos;
    private final Thread[] threads;
    private volatile boolean cut;
    private volatile boolean closed;

    private Wire(TunDevice left, TunDevice right, Duration delay, Duration jitter) {
        this.left = left;
        this.right = right;
        this.delayNanos = delay.toNanos();
        this.jitterNanos = jitter.toNanos();
        DelayQueue<Packet> toRight = new DelayQueue<>();
        DelayQueue<Packet> toLeft = new DelayQueue<>();
        this.threads = new Thread[] {
            start("wire-in-left", () -> take(left, toRight)), start("wire-in-right", () -> take(right, toLeft)),
            start("wire-out-right", () -> give(toRight, right)), start("wire-out-left", () -> give(toLeft, left))};
    }

    /** Joins two links; each packet takes the delay plus a random share of the jitter, each way. */
    public static Wire between(TunDevice left, TunDevice right, Duration delay, Duration jitter) {
        return new Wire(left, right, delay, jitter);
    }

    /** From now on nothing arrives, while both links stay up. */
    public void cut() {
        cut = true;
    }

    private record Packet(byte[] bytes, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Packet) other).due);
        }
    }

    private void take(TunDevice from, DelayQueue<Packet> queue) {
        while (!closed) {
            byte[] packet = from.read(POLL_MS);
            if (packet.length > 0 && !cut) {
                long jitter = jitterNanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(jitterNanos);
                queue.add(new Packet(packet, System.nanoTime() + delayNanos + jitter));
            }
        }
    }

    private void give(DelayQueue<Packet> queue, TunDevice to) {
        while (!closed) {
            try {
                Packet packet = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (packet != null) {
                    to.write(packet.bytes());
                }
            } catch (LabFailure e) {
                // The link at this end is down: frames are lost, as on any line.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).start(task);
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        left.close();
        right.close();
    }
}
