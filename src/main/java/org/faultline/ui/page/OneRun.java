package org.faultline.ui.page;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;
import org.faultline.run.Progress;

/**
 * A run behind a page that shows it when it is over: starts it on a thread of its own, cancels it, and drops what a superseded one
 * still says. Every method is called on the UI thread.
 */
public final class OneRun {

    private final String name;
    private final UiThread uiThread;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Cancellation cancellation = new Cancellation();
    private final LongSupplier nanoTime;
    private TimeLeft left;
    private int number;

    /** How it stands. */
    public sealed interface State {

        record Idle() implements State { }

        record Running() implements State { }

        /** @param cancelled whether somebody broke it off before it was over */
        record Finished(Report report, boolean cancelled) implements State { }

        record Crashed(Throwable why) implements State { }

        default Optional<Report> finished() {
            return this instanceof Finished(Report report, _) ? Optional.of(report) : Optional.empty();
        }

        /** The same of a run that nobody broke off: one to look back at. */
        default Optional<Report> whole() {
            return this instanceof Finished(Report report, boolean cancelled) && !cancelled ? Optional.of(report) : Optional.empty();
        }
    }

    /** What a run does: measures until it is told to stop, and tells how it goes on. */
    @FunctionalInterface
    public interface Work {
        Report run(Cancellation stop, Progress progress);
    }

    /** @param name of its thread; @param nanoTime a monotonic clock */
    public OneRun(String name, UiThread uiThread, LongSupplier nanoTime) {
        this.name = name;
        this.uiThread = uiThread;
        this.nanoTime = nanoTime;
        this.left = new TimeLeft(nanoTime);
    }

    /** How long the run that goes on may still take; empty without one, and where that is not known. */
    public Optional<Duration> left() {
        return now() instanceof State.Running ? left.now() : Optional.empty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public State now() {
        return state.get();
    }

    /** A run that goes on is given up. */
    public void start(Work run) {
        close();
        Cancellation mine = new Cancellation();
        int mineNumber = number;
        cancellation = mine;
        TimeLeft time = new TimeLeft(nanoTime);
        time.begin();
        left = time;
        state.set(new State.Running());
        Thread.ofPlatform().name(name).daemon().start(() -> {
            State end = end(run, mine, time);
            uiThread.run(() -> finish(mineNumber, end));
        });
    }

    private static State end(Work run, Cancellation stop, TimeLeft time) {
        try {
            Report report = run.run(stop, time.hearing());
            return new State.Finished(report, stop.isCancelled());
        } catch (RuntimeException | Error e) {
            return new State.Crashed(e);
        }
    }

    private void finish(int which, State end) {
        if (which == number) {
            state.set(end);
        }
    }

    /** Gives up what goes on, and what was found before no longer counts. */
    public void forget() {
        close();
        state.set(new State.Idle());
    }

    /** @return whether one went on */
    public boolean cancel() {
        cancellation.cancel();
        return now() instanceof State.Running;
    }

    /** Gives up what goes on and hears no more of it. */
    public void close() {
        cancellation.cancel();
        number++;
    }
}
