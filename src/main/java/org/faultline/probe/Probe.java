package org.faultline.probe;

import java.util.List;
import org.faultline.model.Stage;

/**
 * Gathers facts of one kind. Its {@link #tasks} run side by side, each on its own thread; each records one or more observations
 * and returns within the timeouts it gave to the host, at most {@value #LONGEST_MS} ms.
 */
public interface Probe {

    /** After so many milliseconds a task counts as timed out. */
    long LONGEST_MS = 4_500;

    /** The untranslated name that its observations carry. */
    String name();

    Stage stage();

    /** Whether it waits until a question of the tree asks for it; all others start at once. */
    default boolean onDemand() {
        return false;
    }

    /** What there is to measure here, usually one task per target; empty when there is nothing. Touches no network. */
    List<Task> tasks(Situation situation);

    /** One measurement. Interruption means that nobody waits for it any more. */
    @FunctionalInterface
    interface Task {
        void measure(Recorder recorder);
    }
}
