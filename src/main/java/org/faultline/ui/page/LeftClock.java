package org.faultline.ui.page;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import org.faultline.report.Texts;

/** Tells a verdict panel again and again how long a run may still take, while one goes on. */
public final class LeftClock {

    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(250);

    private final VerdictView verdict;
    private final Timeline clock;

    /** @param texts of the check */
    public LeftClock(VerdictView verdict, Supplier<Optional<Duration>> left, Texts texts) {
        this.verdict = verdict;
        this.clock = new Timeline(new KeyFrame(TICK, _ -> verdict.left(TimeLeft.words(left.get(), texts))));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** @param running whether a run goes on */
    public void run(boolean running) {
        if (running) {
            clock.play();
        } else {
            clock.stop();
            verdict.left("");
        }
    }
}
