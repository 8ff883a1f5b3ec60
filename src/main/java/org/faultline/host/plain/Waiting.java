package org.faultline.host.plain;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** Waits for one channel to be ready; a selector wakes at once on interruption and leaves the channel open. */
final class Waiting implements AutoCloseable {

    private final SelectableChannel channel;
    private Optional<Selector> selector = Optional.empty();

    Waiting(SelectableChannel channel) {
        this.channel = channel;
    }

    /** Empty when ready; else why not: cancelled, or what the caller calls silence. */
    Optional<Failure> until(int operation, Deadline deadline, Failure silence) {
        try {
            while (true) {
                if (Thread.currentThread().isInterrupted()) {
                    return Optional.of(Failure.of(Cause.CANCELLED));
                }
                if (deadline.passed()) {
                    return Optional.of(silence);
                }
                if (selectorFor(operation).select(_ -> { }, Math.max(1, deadline.remainingMillis())) > 0) {
                    return Optional.empty();
                }
            }
        } catch (IOException noSelector) {
            return Optional.of(Failure.of(Errno.OTHER));
        }
    }

    private Selector selectorFor(int operation) throws IOException {
        if (selector.isEmpty()) {
            selector = Optional.of(Selector.open());
        }
        SelectionKey key = channel.keyFor(selector.get());
        if (key == null) {
            channel.register(selector.get(), operation);
        } else {
            key.interestOps(operation);
        }
        return selector.get();
    }

    @Override
    public void close() {
        close(channel);
        selector.ifPresent(Waiting::close);
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception _) {
            // Closing is best effort: the conversation is over and its outcome known.
        }
    }
}
