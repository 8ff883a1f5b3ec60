package org.faultline.ui.page;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * News on their way to the UI thread. There may be hundreds within one frame: what has not been fetched yet is replaced by what came
 * after it, so that the UI thread sees one piece per visit.
 */
public final class Latest<T> {

    private final UiThread uiThread;
    private final Consumer<T> listener;
    private final AtomicReference<Optional<T>> waiting = new AtomicReference<>(Optional.empty());

    /** @param listener is called on the UI thread */
    public Latest(UiThread uiThread, Consumer<T> listener) {
        this.uiThread = uiThread;
        this.listener = listener;
    }

    /** From any thread. */
    public void put(T news) {
        if (waiting.getAndSet(Optional.of(news)).isEmpty()) {
            uiThread.run(() -> waiting.getAndSet(Optional.empty()).ifPresent(listener));
        }
    }
}
