package org.faultline.alert;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.faultline.alert.Trouble.Kind;
import org.faultline.alert.Trouble.Way;

/** Alerts that wait for a thread of their own to tell them, at most {@value #LONGEST}; then the oldest is dropped, and that is said. */
final class Mailbox implements AutoCloseable {

    static final int LONGEST = 100;
    private static final long LAST_WORDS_MS = 2_000;

    private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(LONGEST);
    private final Teller teller;
    private final Consumer<Trouble> problems;
    private final Way way;
    private final Thread thread;
    private volatile boolean closing;

    /** Tells one alert and returns when it is told or given up. */
    @FunctionalInterface
    interface Teller {
        void tell(Alert alert) throws InterruptedException;
    }

    /** @param problems hears what could not be told */
    Mailbox(Way way, Teller teller, Consumer<Trouble> problems) {
        this.way = way;
        this.teller = teller;
        this.problems = problems;
        this.thread = Thread.ofPlatform().name("alert-" + way.id()).daemon().start(this::work);
    }

    void put(Alert alert) {
        while (!waiting.offer(alert)) {
            Alert dropped = waiting.poll();
            if (dropped != null) {
                problems.accept(Trouble.of(Kind.DROPPED, way, LONGEST, dropped.text()));
            }
        }
    }

    private void work() {
        try {
            while (!closing || !waiting.isEmpty()) {
                Alert next = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    tell(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiting.isEmpty()) {
            problems.accept(Trouble.of(Kind.NOT_DELIVERED, way, waiting.size()));
        }
    }

    /** One alert that cannot be told must not silence all that follow. */
    private void tell(Alert alert) throws InterruptedException {
        try {
            teller.tell(alert);
        } catch (RuntimeException e) {
            problems.accept(Trouble.of(Kind.NOT_TOLD, way, e));
        }
    }

    /** What waits gets two seconds, also where this thread was interrupted before: that is how a watch ends. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LAST_WORDS_MS);
            thread.interrupt();
            thread.join(LAST_WORDS_MS / 4);
        } catch (InterruptedException e) {
            thread.interrupt();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
