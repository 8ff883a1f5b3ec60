package org.faultline.ui.guided;

import java.util.List;
import java.util.Optional;
import org.faultline.diagnosis.Comparison;
import org.faultline.run.Guide;
import org.faultline.store.GuidedSessions.Trouble;

/**
 * Everything that the page shows.
 *
 * @param guide      the session; empty before one is begun
 * @param resumed    whether it was found on the disk at the start
 * @param comparison what the last check again changed
 * @param troubles   saved sessions that could not be read
 */
public record GuidedState(Optional<Guide> guide, boolean resumed, Activity activity, Saving saving, Optional<Comparison> comparison,
                          List<Trouble> troubles) {

    static final GuidedState OPENING =
        new GuidedState(Optional.empty(), false, new Activity.Opening(), new Saving.Nothing(), Optional.empty(), List.of());

    public GuidedState {
        troubles = List.copyOf(troubles);
    }

    public boolean measuring() {
        return activity instanceof Activity.Measuring;
    }

    GuidedState with(Activity now) {
        return new GuidedState(guide, resumed, now, saving, comparison, troubles);
    }

    GuidedState with(Saving now) {
        return new GuidedState(guide, resumed, activity, now, comparison, troubles);
    }

    /** A change that is not on the disk yet. What a check again has made better or worse is told only beside the verdict it came to. */
    GuidedState changed(Guide now) {
        return changed(now, comparison.filter(_ -> guide.map(GuidedState::code).equals(Optional.of(code(now)))));
    }

    GuidedState changed(Guide now, Optional<Comparison> told) {
        return new GuidedState(Optional.of(now), resumed, activity, new Saving.UnderWay(), told, troubles);
    }

    private static String code(Guide guide) {
        return guide.report().diagnosis().verdict().code();
    }
}
