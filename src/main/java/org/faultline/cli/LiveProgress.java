package org.faultline.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.run.Progress;

/**
 * One line a stage on a terminal, drawn again ten times a second by a thread of its own and taken away at the end. A run that is over
 * in a moment draws nothing.
 */
final class LiveProgress implements Progress, AutoCloseable {

    private static final long FRAME_MS = 100;
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String ASCII_SPINNER = "|/-\\";
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final String CLEAR_BELOW = "\r\u001b[J";

    private final PrintStream err;
    private final Set<Stage> wanted;
    private final String spinner;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread painter = Thread.ofPlatform().name("progress").daemon().unstarted(this::paint);
    private volatile List<StageResult> stages = List.of();
    private volatile int seen;
    private int drawn;

    private LiveProgress(Terminal terminal, Set<Stage> wanted) {
        this.err = terminal.err();
        this.wanted = wanted;
        this.spinner = Terminal.unicode(err.charset()) ? SPINNER : ASCII_SPINNER;
    }

    static LiveProgress on(Terminal terminal, Set<Stage> wanted) {
        LiveProgress progress = new LiveProgress(terminal, wanted);
        progress.painter.start();
        return progress;
    }

    @Override
    public void observed(Observation observation) {
        seen++;
    }

    @Override
    public void judged(Diagnosis soFar) {
        stages = soFar.stages();
    }

    private void paint() {
        try {
            for (int frame = 0; !over.await(FRAME_MS, TimeUnit.MILLISECONDS); frame++) {
                draw(frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(int frame) {
        StringBuilder picture = new StringBuilder(drawn > 0 ? UP.formatted(drawn) : "");
        boolean working = true;
        int lines = 0;
        for (Stage stage : Stage.PATH) {
            if (wanted.contains(stage)) {
                StageStatus status = status(stage);
                boolean current = working && status == StageStatus.NOT_RUN;
                String mark = current ? Character.toString(spinner.charAt(frame % spinner.length())) : " ";
                String word = current ? "checking, " + seen + " observations" : status == StageStatus.NOT_RUN ? "" : status.id();
                picture.append(CLEAR_LINE).append(mark).append(' ').append("%-14s ".formatted(stage.id())).append(word).append('\n');
                working &= !current;
                lines++;
            }
        }
        drawn = lines;
        err.print(picture);
        err.flush();
    }

    private StageStatus status(Stage stage) {
        return stages.stream().filter(result -> result.stage() == stage).map(StageResult::status).findFirst().orElse(StageStatus.NOT_RUN);
    }

    /** Leaves the terminal as it was. */
    @Override
    public void close() {
        over.countDown();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (drawn > 0) {
            err.print(UP.formatted(drawn) + CLEAR_BELOW);
            err.flush();
        }
    }
}
