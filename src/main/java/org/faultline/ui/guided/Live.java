package org.faultline.ui.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.run.Progress;
import org.faultline.ui.page.Latest;
import org.faultline.ui.page.UiThread;

/** The news of one step being measured, on their way to the page. */
final class Live implements Progress {

    private final boolean again;
    private final Latest<Activity.Measuring> latest;

    /** Only the session's thread touches it. */
    private final List<Observation> seen = new ArrayList<>();

    Live(boolean again, UiThread uiThread, Consumer<Activity.Measuring> listener) {
        this.again = again;
        this.latest = new Latest<>(uiThread, listener);
    }

    @Override
    public void observed(Observation observation) {
        seen.add(observation);
    }

    @Override
    public void judged(Diagnosis soFar) {
        latest.put(new Activity.Measuring(again, Optional.of(soFar), seen));
    }
}
