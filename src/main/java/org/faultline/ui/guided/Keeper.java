package org.faultline.ui.guided;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.faultline.run.Guide;
import org.faultline.store.GuidedSessions;

/** Saves a session on a thread of its own, since disks may be slow. What has not been written yet is replaced by what came after it. */
final class Keeper implements AutoCloseable {

    private final GuidedSessions sessions;
    private final BiConsumer<Guide, Optional<IOException>> done;
    private final AtomicReference<Optional<Guide>> waiting = new AtomicReference<>(Optional.empty());
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("guided-save").daemon().factory());

    /** @param done hears, on the saving thread, what is on the disk now, or why it is not */
    Keeper(GuidedSessions sessions, BiConsumer<Guide, Optional<IOException>> done) {
        this.sessions = sessions;
        this.done = done;
    }

    void keep(Guide guide) {
        if (waiting.getAndSet(Optional.of(guide)).isEmpty()) {
            disk.execute(() -> waiting.getAndSet(Optional.empty()).ifPresent(this::save));
        }
    }

    /** Runs after all that is to be saved; not at all once this is closed. */
    void then(Runnable action) {
        try {
            disk.execute(() -> {
                if (!disk.isShutdown()) {
                    action.run();
                }
            });
        } catch (RejectedExecutionException closed) {
            // Nobody is left who wants to know.
        }
    }

    private void save(Guide guide) {
        try {
            sessions.save(guide);
            done.accept(guide, Optional.empty());
        } catch (IOException e) {
            done.accept(guide, Optional.of(e));
        }
    }

    /** Waits, two seconds at most, for what is still to be written. */
    @Override
    public void close() {
        disk.shutdown();
        try {
            disk.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
