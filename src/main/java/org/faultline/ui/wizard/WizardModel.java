package org.faultline.ui.wizard;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.diagnosis.Comparison;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Recheck;
import org.faultline.run.Workplace;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.TimeLeft;
import org.faultline.ui.page.UiThread;

/**
 * The check behind the window: starts it, follows it, cancels it. One run at most has the word; what a superseded one still says is
 * dropped. Every method is called on the UI thread; a run has a thread of its own.
 */
public final class WizardModel {

    /** As of the command. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Workplace workplace;
    private final UiThread uiThread;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(new RunState.Idle());

    /** What this computer showed before another report was opened. */
    private RunState live = new RunState.Idle();
    private TimeLeft left;
    private Cancellation cancellation = new Cancellation();
    private int number;

    public WizardModel(Workplace workplace, UiThread uiThread) {
        this.workplace = workplace;
        this.uiThread = uiThread;
        this.left = new TimeLeft(workplace.nanoTime());
    }

    /** How long the run that goes on may still take; empty without one, and where that is not known. */
    public Optional<Duration> left() {
        return now() instanceof RunState.Running ? left.now() : Optional.empty();
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    public RunState now() {
        return state.get();
    }

    /** Checks everything that the profile allows. A run that goes on is given up. */
    public void start(Profile profile) {
        start(profile, EnumSet.copyOf(Stage.PATH));
    }

    /** Checks these stages, of those that the profile allows. A run that goes on is given up. */
    public void start(Profile profile, Set<Stage> stages) {
        cancellation.cancel();
        cancellation = new Cancellation();
        number++;
        Check check = new Check(profile, stages, DEADLINE);
        left = new TimeLeft(workplace.nanoTime());
        left.begin();
        Run run = new Run(number, check, cancellation, left, toCompareWith());
        state.set(new RunState.Running(check.stages(), Optional.empty(), List.of()));
        Thread.ofPlatform().name("check-" + number).daemon().start(run);
    }

    /** A run of this machine that came to its end; one that was opened may be of another. */
    private Optional<Report> toCompareWith() {
        return now() instanceof RunState.Finished finished && !finished.cancelled() && finished.origin().here()
            ? Optional.of(finished.report()) : Optional.empty();
    }

    /**
     * Ends the run early; what was seen until then still makes a report.
     *
     * @return whether one went on
     */
    public boolean cancel() {
        if (!(now() instanceof RunState.Running running)) {
            return false;
        }
        cancellation.cancel();
        state.set(new RunState.Cancelling(running.stages(), running.soFar(), running.seen()));
        return true;
    }

    /** Shows a run that was made elsewhere or earlier. One that goes on is given up. */
    public void show(Report report, Origin origin) {
        close();
        if (!origin.here() && !isForeign(now())) {
            live = now().running() ? new RunState.Idle() : now();
        }
        state.set(new RunState.Finished(report, Optional.empty(), false, origin));
    }

    /** From an opened report to what this computer showed before. */
    public void leaveSaved() {
        if (isForeign(now())) {
            state.set(live);
        }
    }

    private static boolean isForeign(RunState state) {
        return state instanceof RunState.Finished finished && !finished.origin().here();
    }

    /** Gives up what goes on and hears no more of it. */
    public void close() {
        cancellation.cancel();
        number++;
    }

    /** One run on its own thread, and the way of its news to the UI thread. */
    private final class Run implements Runnable {

        private final int mine;
        private final Check check;
        private final Cancellation stop;
        private final TimeLeft time;
        private final Optional<Report> before;

        Run(int mine, Check check, Cancellation stop, TimeLeft time, Optional<Report> before) {
            this.mine = mine;
            this.check = check;
            this.stop = stop;
            this.time = time;
            this.before = before;
        }

        @Override
        public void run() {
            RunState end;
            try {
                end = measured(new News(check.stages(), time, uiThread, this::soFar));
            } catch (RuntimeException | Error e) {
                end = new RunState.Crashed(e);
            }
            RunState last = end;
            uiThread.run(() -> finish(last));
        }

        private RunState.Finished measured(News news) {
            if (before.isEmpty()) {
                return new RunState.Finished(check.run(workplace, stop, news), Optional.empty(), stop.isCancelled(), new Origin.Here());
            }
            Recheck.Rechecked again = new Recheck(check, workplace).run(before.get(), stop, news);
            Optional<Comparison> comparison = stop.isCancelled() ? Optional.empty() : Optional.of(again.comparison());
            return new RunState.Finished(again.report(), comparison, stop.isCancelled(), new Origin.Here());
        }

        private void soFar(RunState.Running news) {
            if (mine == number && now() instanceof RunState.Running) {
                state.set(news);
            }
        }

        private void finish(RunState end) {
            if (mine == number) {
                state.set(end);
            }
        }
    }
}
