package org.faultline.ui.guided;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.run.Check;
import org.faultline.run.Guide;
import org.faultline.run.Profile;
import org.faultline.run.Recheck;
import org.faultline.run.Stepwise;
import org.faultline.run.Workplace;
import org.faultline.store.GuidedSessions;
import org.faultline.ui.page.UiThread;

/**
 * The guided session behind its page: measures its steps, hears the answers, saves each move. Every method is called on the UI thread;
 * what is slow has threads of its own. What a superseded or cancelled run still says is dropped.
 */
public final class GuidedModel {

    /** As of the command. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Workplace workplace;
    private final Supplier<Profile> profile;
    private final UiThread uiThread;
    private final GuidedSessions sessions;
    private final Keeper keeper;
    private final ReadOnlyObjectWrapper<GuidedState> state = new ReadOnlyObjectWrapper<>(GuidedState.OPENING);

    private final ReadOnlyObjectWrapper<List<GuidedSessions.Kept>> earlier = new ReadOnlyObjectWrapper<>(List.of());

    private Optional<Run> running = Optional.empty();
    private boolean closed;

    /** @param profile what may be contacted, as it stands when a step is measured */
    public GuidedModel(Workplace workplace, Supplier<Profile> profile, GuidedSessions sessions, UiThread uiThread) {
        this.workplace = workplace;
        this.profile = profile;
        this.sessions = sessions;
        this.uiThread = uiThread;
        this.keeper = new Keeper(sessions, (guide, trouble) -> tell(() -> saved(guide, trouble)));
    }

    public ReadOnlyObjectProperty<GuidedState> state() {
        return state.getReadOnlyProperty();
    }

    public GuidedState now() {
        return state.get();
    }

    private Instant time() {
        return workplace.wallClock().instant();
    }

    /** Looks for a session that was not finished. Call once. */
    public void open() {
        keeper.then(() -> {
            GuidedSessions.Opened found = found();
            tell(() -> state.set(new GuidedState(found.guide(), found.guide().isPresent(), new Activity.Resting(),
                found.guide().isPresent() ? new Saving.Done(time()) : new Saving.Nothing(), Optional.empty(), found.troubles())));
        });
    }

    /** Saved sessions, newest first, as of the last {@link #listEarlier()}. */
    public ReadOnlyObjectProperty<List<GuidedSessions.Kept>> earlier() {
        return earlier.getReadOnlyProperty();
    }

    /** Looks which sessions are saved. */
    public void listEarlier() {
        keeper.then(() -> {
            List<GuidedSessions.Kept> kept = kept();
            tell(() -> earlier.set(kept));
        });
    }

    private List<GuidedSessions.Kept> kept() {
        try {
            return sessions.list();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Takes a saved session up again. */
    public void reopen(String id) {
        keeper.then(() -> {
            Optional<Guide> found = sessions.find(id);
            tell(() -> found.filter(_ -> now().guide().isEmpty()).ifPresentOrElse(guide -> {
                state.set(new GuidedState(Optional.empty(), true, new Activity.Resting(), new Saving.Nothing(), Optional.empty(), List.of()));
                change(guide.closed() ? guide.reopen(time()) : guide);
            }, this::listEarlier));
        });
    }

    private GuidedSessions.Opened found() {
        try {
            return sessions.openLatest();
        } catch (IOException e) {
            return new GuidedSessions.Opened(Optional.empty(), List.of(GuidedSessions.Trouble.ofFolder(e)));
        }
    }

    /** Begins a session. One that is open is finished first. */
    public void begin() {
        finish();
        Instant when = time();
        state.set(new GuidedState(Optional.empty(), false, new Activity.Resting(), new Saving.Nothing(), Optional.empty(), List.of()));
        change(Guide.begin(GuidedSessions.newId(when), stepwise().stages(), when));
    }

    /** The person is done with the session; it stays on the disk. */
    public void finish() {
        giveUp();
        now().guide().ifPresent(guide -> {
            keeper.keep(guide.close(time()));
            state.set(new GuidedState(Optional.empty(), false, new Activity.Resting(), new Saving.Nothing(), Optional.empty(), List.of()));
        });
    }

    /** Measures the shown step. */
    public void measure() {
        now().guide().filter(guide -> !guide.atVerdict()).ifPresent(guide -> run(false, (stop, progress) -> {
            var leg = stepwise().measure(guide.toMeasure(), guide.leg(), stop, progress);
            return new Run.Outcome(then -> then.measured(leg, time()), Optional.empty());
        }));
    }

    /** Checks again what a fix could have changed. */
    public void checkAgain() {
        now().guide().filter(guide -> !guide.measured().isEmpty()).ifPresent(guide -> run(true, (stop, progress) -> {
            Recheck.Rechecked again = new Recheck(check(), workplace).run(guide.report(), stop, progress);
            return new Run.Outcome(then -> then.checkedAgain(again, time()), Optional.of(again.comparison()));
        }));
    }

    public void next() {
        go(guide -> guide.next(time()));
    }

    public void back() {
        go(guide -> guide.back(time()));
    }

    public void skip() {
        go(guide -> guide.skip(time()));
    }

    /** A person's answer. Where it leads to something that was not measured yet, that is measured now. */
    public void answer(PersonQuestion question, Truth answer) {
        if (now().measuring()) {
            return;
        }
        change(guide -> guide.answered(question, answer, time()));
        now().guide().filter(guide -> !stepwise().isSettled(guide.leg(), guide.toMeasure())).ifPresent(guide -> run(false, (stop, progress) -> {
            var leg = stepwise().measure(guide.toMeasure(), guide.leg(), stop, progress);
            return new Run.Outcome(then -> then.settled(leg), Optional.empty());
        }));
    }

    public void decline(PersonQuestion question) {
        change(guide -> guide.declined(question, time()));
    }

    /** Makes the draft a note. */
    public void note() {
        change(guide -> guide.noted(guide.draft(), time()));
    }

    /** What is being written. */
    public void draft(String text) {
        change(guide -> guide.drafted(text));
    }

    public void ticket(String ticket) {
        change(guide -> guide.ticket(ticket));
    }

    /** @param number of the step of what to do against the finding of this code, from 1 */
    public void tried(String who, String code, int number) {
        change(guide -> guide.tried(who, code, number, time()));
    }

    /** @return whether something went on */
    public boolean cancel() {
        boolean wasMeasuring = now().measuring();
        giveUp();
        if (wasMeasuring) {
            state.set(now().with(new Activity.Resting()));
        }
        return wasMeasuring;
    }

    /** Gives up what goes on, and waits a moment for what is being saved. What comes to light after that is not told any more. */
    public void close() {
        closed = true;
        giveUp();
        keeper.close();
    }

    private void tell(Runnable news) {
        uiThread.run(() -> {
            if (!closed) {
                news.run();
            }
        });
    }

    private void giveUp() {
        running.ifPresent(Run::giveUp);
        running = Optional.empty();
    }

    private void go(UnaryOperator<Guide> move) {
        cancel();
        change(move);
    }

    private void change(UnaryOperator<Guide> move) {
        now().guide().ifPresent(guide -> change(move.apply(guide)));
    }

    private void change(Guide guide) {
        change(guide, now().changed(guide));
    }

    private void change(Guide guide, GuidedState then) {
        if (!now().guide().equals(Optional.of(guide))) {
            state.set(then);
            keeper.keep(guide);
        }
    }

    private void saved(Guide guide, Optional<IOException> trouble) {
        if (now().guide().filter(shown -> shown == guide).isPresent()) {
            state.set(now().with(trouble.<Saving>map(Saving.Failed::new).orElseGet(() -> new Saving.Done(time()))));
        }
    }

    private Check check() {
        return new Check(profile.get(), EnumSet.copyOf(Stage.PATH), DEADLINE);
    }

    private Stepwise stepwise() {
        return new Stepwise(check(), workplace);
    }

    private void run(boolean again, Run.Work work) {
        giveUp();
        Run begun = new Run(uiThread);
        running = Optional.of(begun);
        state.set(now().with(new Activity.Measuring(again, Optional.empty(), List.of())));
        begun.begin(again, work, news -> {
            if (isRunning(begun) && now().measuring()) {
                state.set(now().with(news));
            }
        }, (outcome, last) -> ended(begun, outcome, last));
    }

    private boolean isRunning(Run run) {
        return running.filter(latest -> latest == run).isPresent();
    }

    private void ended(Run run, Optional<Run.Outcome> outcome, Activity last) {
        if (isRunning(run)) {
            state.set(now().with(last));
            outcome.ifPresent(came -> now().guide().map(came.change()).ifPresent(guide ->
                change(guide, came.comparison().isPresent() ? now().changed(guide, came.comparison()) : now().changed(guide))));
        }
    }
}
