package org.faultline.alert;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Alerts that wait for a thread of their own to tell them, at most {@value #LONGEST}; then the oldest is dropped, and that is said. */
final class Mailbox implements AutoCloseable {

    static final int LONGEST = 100;
    private static final long LAST_WORDS_MS = 2_000;

    private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(LONGEST);
    private final Teller teller;
    private final Consumer<String> problems;
    private final String name;
    private final Thread thread;
    private volatile boolean closing;

    /** Tells one alert and returns when it is told or given up. */
    @FunctionalInterface
    interface Teller {
        void tell(Alert alert) throws InterruptedException;
    }

    /** @param problems hears what could not be told, in one line */
    Mailbox(String name, Teller teller, Consumer<String> problems) {
        this.name = name;
        this.teller = teller;
        this.problems = problems;
        this.thread = Thread.ofPlatform().name("alert-" + name).daemon().start(this::work);
    }

    void put(Alert alert) {
        while (!waiting.offer(alert)) {
            Alert dropped = waiting.poll();
            if (dropped != null) {
                problems.accept(name + ": more than " + LONGEST + " alerts wait; dropped the oldest (" + dropped.text() + ")");
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
            problems.accept(name + ": " + waiting.size() + " alerts were not delivered");
        }
    }

    /** One alert that cannot be told must not silence all that follow. */
    private void tell(Alert alert) throws InterruptedException {
        try {
            teller.tell(alert);
        } catch (RuntimeException e) {
            problems.accept(name + ": an alert could not be told (" + e + ")");
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
