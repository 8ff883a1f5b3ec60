package org.faultline.ui.page;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.model.Report;
import org.faultline.run.Cancellation;

/**
 * A run behind a page that shows it when it is over: starts it on a thread of its own, cancels it, and drops what a superseded one
 * still says. Every method is called on the UI thread.
 */
public final class OneRun {

    private final String name;
    private final UiThread uiThread;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Cancellation cancellation = new Cancellation();
    private int number;

    /** How it stands. */
    public sealed interface State {

        record Idle() implements State { }

        record Running() implements State { }

        record Finished(Report report) implements State { }

        record Crashed(Throwable why) implements State { }

        default Optional<Report> finished() {
            return this instanceof Finished(Report report) ? Optional.of(report) : Optional.empty();
        }
    }

    /** @param name of its thread */
    public OneRun(String name, UiThread uiThread) {
        this.name = name;
        this.uiThread = uiThread;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public State now() {
        return state.get();
    }

    /** A run that goes on is given up. */
    public void start(Function<Cancellation, Report> run) {
        close();
        Cancellation mine = new Cancellation();
        int mineNumber = number;
        cancellation = mine;
        state.set(new State.Running());
        Thread.ofPlatform().name(name).daemon().start(() -> {
            State end = end(run, mine);
            uiThread.run(() -> finish(mineNumber, end));
        });
    }

    private static State end(Function<Cancellation, Report> run, Cancellation stop) {
        try {
            return new State.Finished(run.apply(stop));
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
