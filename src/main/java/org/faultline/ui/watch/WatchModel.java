package org.faultline.ui.watch;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.alert.Alert;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Outlets;
import org.faultline.alert.Trouble;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Workplace;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Keeper;
import org.faultline.run.watch.Listener;
import org.faultline.run.watch.Round;
import org.faultline.run.watch.Watch;
import org.faultline.run.watch.Watching;
import org.faultline.ui.page.UiThread;
import org.faultline.ui.watch.WatchState.Beat;
import org.faultline.ui.watch.WatchState.Told;

/** The watch behind the page. Every method is called on the UI thread; the watch has a thread of its own, and news of one that was ended are dropped. */
final class WatchModel {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** For the last words of the watch before: three channels take up to two and a half seconds each, seldom more than two of them so long. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(6);

    private final Workplace workplace;
    private final UiThread uiThread;
    private final Watch.Pacer pacer;
    private volatile AlertWords words;
    private final ReadOnlyObjectWrapper<WatchState> state = new ReadOnlyObjectWrapper<>(WatchState.IDLE);
    private Consumer<Report> keep = _ -> { };
    private Cancellation cancellation = new Cancellation();
    private Optional<Thread> latest = Optional.empty();
    private int number;
    private int begun;

    WatchModel(Workplace workplace, UiThread uiThread, Watch.Pacer pacer, AlertWords words) {
        this.workplace = workplace;
        this.uiThread = uiThread;
        this.pacer = pacer;
        this.words = words;
    }

    /** From now on in another language. */
    void speak(AlertWords other) {
        words = other;
    }

    /** @param history gets the checks that are worth keeping */
    void keepIn(Consumer<Report> history) {
        keep = history;
    }

    ReadOnlyObjectProperty<WatchState> state() {
        return state.getReadOnlyProperty();
    }

    WatchState now() {
        return state.get();
    }

    /** Opens what else is told of each change, on the thread of the watch; closed with it. */
    @FunctionalInterface
    interface Opener {
        /** @param problems hears, from any thread, what a channel has to say about itself */
        Outlets open(Consumer<Trouble> problems) throws Outlets.NotOpened;
    }

    void start(Profile profile, Duration interval, Opener outlets) {
        stop();
        cancellation = new Cancellation();
        int mine = ++number;
        begun = mine;
        Optional<Thread> before = latest;
        Cancellation end = cancellation;
        Watching watching = new Watching(new Check(profile, EnumSet.copyOf(Stage.PATH), DEADLINE), interval, Long.MAX_VALUE);
        state.set(now().begun());
        latest = Optional.of(Thread.ofPlatform().name("watch-" + mine).daemon().start(() -> {
            before.ifPresent(WatchModel::letEnd);
            run(mine, watching, end, outlets);
        }));
    }

    /** What the watch before has opened may be wanted again, such as the port of its metrics. */
    private static void letEnd(Thread before) {
        try {
            before.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int mine, Watching watching, Cancellation end, Opener opener) {
        try (Outlets outlets = opener.open(trouble -> problem(mine, words.trouble(trouble)))) {
            new Watch(watching, workplace, pacer, new News(mine, outlets)).run(end);
        } catch (Outlets.NotOpened e) {
            change(mine, before -> before.withProblem(refused(e.trouble())));
        } catch (RuntimeException | Error e) {
            change(mine, before -> before.withProblem(String.valueOf(e)));
        } finally {
            change(mine, WatchState::ended);
        }
    }

    private WatchState.Problem refused(Trouble trouble) {
        return new WatchState.Problem(words.notOpened(trouble), AlertForm.Field.of(trouble.kind()).map(field -> new WatchState.Problem.Beside(field, words.trouble(trouble))));
    }

    private void change(int mine, UnaryOperator<WatchState> change) {
        uiThread.run(() -> {
            if (mine == number) {
                state.set(change.apply(now()));
            }
        });
    }

    private void kept(int mine, Report report) {
        uiThread.run(() -> {
            if (mine == number) {
                keep.accept(report);
            }
        });
    }

    /** @return whether one ran */
    boolean stop() {
        boolean ran = now().running();
        cancellation.cancel();
        number++;
        if (ran) {
            state.set(now().ended());
        }
        return ran;
    }

    /** The last words of a watch that was stopped are heard until another one begins. */
    private void problem(int mine, String line) {
        uiThread.run(() -> {
            if (mine == begun) {
                state.set(now().withProblem(line));
            }
        });
    }

    private final class News implements Listener {

        private final int mine;
        private final Outlets outlets;
        private final Keeper keeper;
        private Verdict.Status status = Verdict.Status.UNDECIDED;

        private News(int mine, Outlets outlets) {
            this.mine = mine;
            this.outlets = outlets;
            this.keeper = new Keeper(report -> kept(mine, report));
        }

        @Override
        public void round(Round round) {
            outlets.round(round);
            round.report().ifPresent(report -> status = report.diagnosis().verdict().status());
            Beat beat = new Beat(round.number(), round.at().wall(), status, round.report().isPresent(), round.signs());
            change(mine, before -> before.with(beat, round.report()));
        }

        @Override
        public void changed(Change change) {
            Alert alert = words.alert(change);
            outlets.changed(change, alert);
            keeper.changed(change);
            change(mine, before -> before.with(new Told(alert.at(), alert.event(), alert.status(), words.shown(change), alert.code()), change.report()));
        }
    }
}
