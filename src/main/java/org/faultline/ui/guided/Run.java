package org.faultline.ui.guided;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.faultline.diagnosis.Comparison;
import org.faultline.run.Cancellation;
import org.faultline.run.Guide;
import org.faultline.run.Progress;
import org.faultline.ui.page.UiThread;

/** One measurement of a guided session, on a thread of its own. What it says is heard on the UI thread, also after it was given up. */
final class Run {

    private final UiThread uiThread;
    private final Cancellation cancellation = new Cancellation();

    /** What a run is to change, applied to the session as it stands then: notes may have been added meanwhile. */
    record Outcome(UnaryOperator<Guide> change, Optional<Comparison> comparison) { }

    interface Work {
        Outcome run(Cancellation stop, Progress progress);
    }

    Run(UiThread uiThread) {
        this.uiThread = uiThread;
    }

    /**
     * Call once.
     *
     * @param again whether it is a check after a fix
     * @param ended hears the outcome, and how it stands then
     */
    void begin(boolean again, Work work, Consumer<Activity.Measuring> news, BiConsumer<Optional<Outcome>, Activity> ended) {
        Live live = new Live(again, uiThread, news::accept);
        Thread.ofPlatform().name("guided").daemon().start(() -> {
            Optional<Outcome> outcome = Optional.empty();
            Activity end = new Activity.Resting();
            try {
                outcome = Optional.of(work.run(cancellation, live));
            } catch (RuntimeException | Error e) {
                end = new Activity.Crashed(e);
            }
            Optional<Outcome> came = outcome;
            Activity last = end;
            uiThread.run(() -> ended.accept(came, last));
        });
    }

    void giveUp() {
        cancellation.cancel();
    }
}
