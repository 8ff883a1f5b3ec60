package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Situation;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Observation> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();

    /** What Thread.start does at a process limit. */
    @Test
    void aTaskWithoutAThreadHasCrashedAndEnded() {
        crew(_ -> {
            throw new OutOfMemoryError("unable to create native thread");
        }).hire(PROBE, recorder -> recorder.begin("x").passed("test"), ends::incrementAndGet);
        assertThat(seen).singleElement().satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(each.cause()).isEqualTo(Cause.CRASHED);
            assertThat(each.probe()).isEqualTo("patient");
        });
        assertThat(ends).hasValue(1);
    }

    /** It would contradict the verdict that was reached without it. */
    @Test
    void whatAnOverdueTaskSaysLaterIsDropped() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch said = new CountDownLatch(1);
        Crew crew = crew(Thread::start);
        crew.hire(PROBE, recorder -> {
            awaitWhateverHappens(go);
            recorder.begin("x").passed("test");
            said.countDown();
        }, ends::incrementAndGet);
        now.set(TimeUnit.MILLISECONDS.toNanos(Probe.LONGEST_MS));
        crew.giveUpOverdue();
        go.countDown();
        assertThat(said.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).singleElement().satisfies(each -> assertThat(each.cause()).isEqualTo(Cause.TIMED_OUT));
        assertThat(ends).hasValue(1);
    }

    private Crew crew(Consumer<Thread> starter) {
        return new Crew(now::get, seen::add, starter);
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException _) {
                // As a native call does that cannot be interrupted.
            }
        }
    }

    private static final Probe PROBE = new Probe() {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public Stage stage() {
            return Stage.GATEWAY;
        }

        @Override
        public List<Task> tasks(Situation situation) {
            return List.of();
        }
    };
}
