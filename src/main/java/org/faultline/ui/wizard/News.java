package org.faultline.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.run.Progress;
import org.faultline.ui.page.UiThread;

/**
 * The news of one run on their way to the UI thread. A run may have hundreds within one frame: what has not been fetched yet is
 * replaced by what came after it, so that the UI thread sees one state per visit.
 */
final class News implements Progress {

    private final Set<Stage> stages;
    private final UiThread uiThread;
    private final Consumer<RunState.Running> listener;

    /** Only the session's thread touches these two. */
    private final List<Observation> seen = new ArrayList<>();
    private Optional<Diagnosis> soFar = Optional.empty();

    private final AtomicReference<Optional<RunState.Running>> waiting = new AtomicReference<>(Optional.empty());

    News(Set<Stage> stages, UiThread uiThread, Consumer<RunState.Running> listener) {
        this.stages = stages;
        this.uiThread = uiThread;
        this.listener = listener;
    }

    @Override
    public void observed(Observation observation) {
        seen.add(observation);
    }

    @Override
    public void judged(Diagnosis diagnosis) {
        soFar = Optional.of(diagnosis);
        Optional<RunState.Running> state = Optional.of(new RunState.Running(stages, soFar, seen));
        if (waiting.getAndSet(state).isEmpty()) {
            uiThread.run(() -> waiting.getAndSet(Optional.empty()).ifPresent(listener));
        }
    }
}
