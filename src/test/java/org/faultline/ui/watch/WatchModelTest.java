package org.faultline.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.faultline.alert.Alert;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Channel;
import org.faultline.alert.Outlets;
import org.faultline.alert.Trouble;
import org.faultline.host.Host;
import org.faultline.model.Verdict;
import org.faultline.run.Cancellation;
import org.faultline.run.Profile;
import org.faultline.run.Workplace;
import org.faultline.run.watch.FakeTime;
import org.faultline.run.watch.Watch;
import org.faultline.scenario.Scenario;
import org.faultline.ui.watch.WatchState.Beat;
import org.faultline.ui.watch.WatchState.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The watch without a toolkit: this test's own thread stands for the UI thread. */
@Execution(ExecutionMode.CONCURRENT)
class WatchModelTest {

    private static final long ROUNDS = 7;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final FakeTime time = new FakeTime();
    private final List<String> alerts = new ArrayList<>();
    private Host machine = Scenario.named("external/healthy-home").host();
    private final WatchModel model = new WatchModel(new Workplace(() -> machine, time::instant, time::nanos), ui::add, this::pause,
        new AlertWords(Locale.ENGLISH, ZoneOffset.UTC));

    /** After so many rounds it waits to be stopped. */
    private boolean pause(Duration length, Cancellation cancellation) {
        return time.nanos() >= Duration.ofSeconds(30 * (ROUNDS - 1)).toNanos() ? cancellation.await(Duration.ofSeconds(30))
            : time.pause(length, cancellation);
    }

    private final Channel channel = new Channel() {
        @Override
        public void tell(Alert alert) {
            alerts.add(alert.event());
        }

        @Override
        public void close() {
            alerts.add("closed");
        }
    };

    private void watchAll() throws InterruptedException {
        model.start(Profile.DEFAULT.withoutExternal(), Duration.ofSeconds(30), _ -> Outlets.to(List.of(channel)));
        assertThat(model.now().running()).isTrue();
        while (model.now().made() < ROUNDS) {
            work();
        }
    }

    private void work() throws InterruptedException {
        Runnable next = ui.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("news of the watch").isNotNull();
        next.run();
    }

    @Test
    void roundsAndChangesAreShown() throws InterruptedException {
        time.at(50, () -> machine = Scenario.named("gateway/gateway-absent").host());
        time.at(110, () -> machine = Scenario.named("external/healthy-home").host());
        List<String> kept = new ArrayList<>();
        model.keepIn(report -> kept.add(report.diagnosis().verdict().code()));
        watchAll();
        assertThat(kept).containsExactly("healthy", "gateway-absent", "healthy");
        assertThat(model.now().rounds()).extracting(Beat::status).startsWith(Verdict.Status.HEALTHY, Verdict.Status.HEALTHY, Verdict.Status.FAULT)
            .endsWith(Verdict.Status.HEALTHY);
        assertThat(model.now().changes()).extracting(Told::event).containsExactly("recovered", "fault", "began");
        assertThat(model.now().whole()).isBetween(3L, 6L);
        assertThat(model.now().last()).isPresent();
        assertThat(model.stop()).isTrue();
        assertThat(alerts).startsWith("began", "fault", "recovered");
    }

    @Test
    void aStoppedWatchIsNotHeardAnyMore() throws InterruptedException {
        watchAll();
        assertThat(model.stop()).isTrue();
        assertThat(model.now().running()).isFalse();
        WatchState stopped = model.now();
        work();
        assertThat(model.now()).isEqualTo(stopped);
        assertThat(model.stop()).isFalse();
    }

    /** The last words of a watch may take seconds; its port is wanted again by the next. */
    @Test
    void theNextWatchOpensNothingBeforeTheLastHasClosed() throws InterruptedException {
        BlockingQueue<String> order = new LinkedBlockingQueue<>();
        CountDownLatch opened = new CountDownLatch(1);
        Channel slow = new Channel() {
            @Override
            public void tell(Alert alert) { }

            @Override
            public void close() {
                order.add(waited(opened, 300) ? "opened while the last was open" : "the last has closed");
            }
        };
        model.start(Profile.DEFAULT.withoutExternal(), Duration.ofSeconds(30), _ -> Outlets.to(List.of(slow)));
        work();
        model.start(Profile.DEFAULT.withoutExternal(), Duration.ofSeconds(30), _ -> {
            opened.countDown();
            order.add("the next has opened");
            return Outlets.to(List.of());
        });
        assertThat(order.poll(20, TimeUnit.SECONDS)).isEqualTo("the last has closed");
        assertThat(order.poll(20, TimeUnit.SECONDS)).isEqualTo("the next has opened");
        model.stop();
    }

    private static boolean waited(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLastWordsOfAWatchAreHeardUntilAnotherBegins() throws InterruptedException {
        BlockingQueue<Consumer<Trouble>> heard = new LinkedBlockingQueue<>();
        WatchModel.Opener opener = problems -> {
            heard.add(problems);
            return Outlets.to(List.of());
        };
        model.start(Profile.DEFAULT.withoutExternal(), Duration.ofSeconds(30), opener);
        Consumer<Trouble> first = heard.poll(20, TimeUnit.SECONDS);
        model.stop();
        first.accept(new Trouble(Trouble.Kind.TOO_LONG, List.of("tell.sh", 30)));
        workAll();
        assertThat(model.now().problem().map(WatchState.Problem::line)).contains("tell.sh took longer than 30 s and was ended");
        model.start(Profile.DEFAULT.withoutExternal(), Duration.ofSeconds(30), opener);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        first.accept(new Trouble(Trouble.Kind.TOO_LONG, List.of("tell.sh", 30)));
        workAll();
        assertThat(model.now().problem()).isEmpty();
        model.stop();
    }

    private void workAll() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    @Test
    void whatIsShownIsBounded() {
        WatchState state = WatchState.IDLE.begun();
        for (int number = 1; number <= 1_000; number++) {
            state = state.with(new Beat(number, time.instant(), Verdict.Status.HEALTHY, false, List.of()), Optional.empty())
                .with(new Told(time.instant(), "fault", "fault", "line " + number, "no-carrier"), Optional.empty());
        }
        assertThat(state.made()).isEqualTo(1_000);
        assertThat(state.rounds()).hasSize(WatchState.ROUNDS).last().extracting(Beat::number).isEqualTo(1_000L);
        assertThat(state.changes()).hasSize(WatchState.CHANGES).first().extracting(Told::text).isEqualTo("line 1000");
    }
}
