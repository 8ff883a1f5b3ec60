package org.faultline.ui.wizard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.run.Progress;
import org.faultline.ui.page.Latest;
import org.faultline.ui.page.TimeLeft;
import org.faultline.ui.page.UiThread;

/** The news of one run on their way to the UI thread. */
final class News implements Progress {

    private final Set<Stage> stages;
    private final TimeLeft left;
    private final Latest<RunState.Running> latest;

    /** Only the session's thread touches these two. */
    private final List<Observation> seen = new ArrayList<>();
    private Optional<Diagnosis> soFar = Optional.empty();

    News(Set<Stage> stages, TimeLeft left, UiThread uiThread, Consumer<RunState.Running> listener) {
        this.stages = stages;
        this.left = left;
        this.latest = new Latest<>(uiThread, listener);
    }

    @Override
    public void observed(Observation observation) {
        seen.add(observation);
    }

    @Override
    public void awaited(Duration atMost) {
        left.awaited(atMost);
    }

    @Override
    public void judged(Diagnosis diagnosis) {
        soFar = Optional.of(diagnosis);
        latest.put(new RunState.Running(stages, soFar, seen));
    }
}
