package org.faultline.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.json.JsonText;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
import org.faultline.run.Workplace;
import org.faultline.scenario.Scenario;
import org.faultline.ui.FakeMachine;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The model on this very thread: what it sends to the UI thread waits in a queue until the test fetches it. */
@Timeout(20)
class WizardModelTest {

    private static final Profile PROFILE = ProfileReader.read(JsonText.write(FakeMachine.PROFILE), Path.of("."));

    private final BlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
    private final FakeMachine machine = new FakeMachine("gateway/gateway-absent");
    private final WizardModel model = new WizardModel(machine.workplace(), uiThread::add);
    private final List<RunState> states = new ArrayList<>();

    WizardModelTest() {
        model.state().addListener((_, _, state) -> states.add(state));
    }

    private RunState untilItEnds() throws InterruptedException {
        while (model.now().running()) {
            uiThread.take().run();
        }
        return model.now();
    }

    @Test
    void aRunIsFollowedToItsVerdict() throws InterruptedException {
        model.start(PROFILE);
        assertThat(model.now()).isInstanceOf(RunState.Running.class);
        RunState end = untilItEnds();
        assertThat(end.finished()).hasValueSatisfying(report -> assertThat(report.diagnosis().verdict().code()).isEqualTo("gateway-absent"));
        assertThat(states).hasSizeGreaterThan(2);
    }

    @Test
    void cancellingIsSeenBeforeTheRunAnswers() throws InterruptedException {
        machine.hang("echo", "connect", "dns", "http", "tls", "resolve", "whoHas");
        model.start(PROFILE);
        assertThat(model.cancel()).isTrue();
        assertThat(model.now()).isInstanceOf(RunState.Cancelling.class);
        assertThat(untilItEnds()).isInstanceOfSatisfying(RunState.Finished.class, end -> {
            assertThat(end.cancelled()).isTrue();
            assertThat(end.report().diagnosis().verdict().status()).isNotEqualTo(Verdict.Status.HEALTHY);
        });
    }

    @Test
    void withoutARunThereIsNothingToCancel() {
        assertThat(model.cancel()).isFalse();
    }

    @Test
    void whatASupersededRunSaysIsDropped() throws InterruptedException {
        model.start(PROFILE);
        List<Runnable> late = new ArrayList<>();
        late.add(uiThread.take());
        machine.play("external/healthy-home");
        model.start(PROFILE);
        late.forEach(Runnable::run);
        assertThat(model.now().diagnosis()).isEmpty();
        assertThat(untilItEnds().finished()).hasValueSatisfying(report -> assertThat(report.diagnosis().verdict().code()).isEqualTo("healthy"));
        assertThat(states).filteredOn(RunState.Finished.class::isInstance).hasSize(1);
    }

    @Test
    void aReportThatIsOpenedEndsTheRun() throws InterruptedException {
        Report opened = Scenario.named("external/captive-portal").report();
        machine.hang("echo");
        model.start(PROFILE);
        model.show(opened, new Origin.Here());
        Runnable last = uiThread.poll(5, TimeUnit.SECONDS);
        while (last != null) {
            last.run();
            last = uiThread.poll(500, TimeUnit.MILLISECONDS);
        }
        assertThat(model.now().finished()).contains(opened);
    }

    @Test
    void checkingAgainSaysWhatBecameBetter() throws InterruptedException {
        model.start(PROFILE);
        untilItEnds();
        machine.play("external/healthy-home");
        model.start(PROFILE);
        assertThat(untilItEnds()).isInstanceOfSatisfying(RunState.Finished.class, end -> {
            assertThat(end.comparison()).hasValueSatisfying(compared -> assertThat(compared.gone()).singleElement()
                .satisfies(gone -> assertThat(gone.fault().code()).isEqualTo("gateway-absent")));
            assertThat(end.report().diagnosis().verdict().status()).isEqualTo(Verdict.Status.HEALTHY);
        });
    }

    /** A report from a colleague's desk says nothing about what became better here. */
    @Test
    void anOpenedReportIsNotComparedWith() throws InterruptedException {
        model.show(Scenario.named("external/captive-portal").report(), new Origin.Saved(Path.of("other.faultline.json")));
        model.start(PROFILE);
        assertThat(untilItEnds()).isInstanceOfSatisfying(RunState.Finished.class, end -> assertThat(end.comparison()).isEmpty());
    }

    @Test
    void aMistakeOfTheProgramIsNoVerdict() throws InterruptedException {
        WizardModel broken = new WizardModel(new Workplace(() -> {
            throw new IllegalStateException("made up");
        }, InstantSource.fixed(World.NOW), System::nanoTime), uiThread::add);
        broken.start(PROFILE);
        uiThread.take().run();
        assertThat(broken.now()).isInstanceOf(RunState.Crashed.class);
    }

    /** Closing does not wait, and what the run says afterwards moves nothing. */
    @Test
    void closedDuringARunItHearsNoMore() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Host slow = (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (_, _, _) -> {
            reached.countDown();
            throw new IllegalStateException("closed already");
        });
        WizardModel closing = new WizardModel(new Workplace(() -> slow, InstantSource.fixed(World.NOW), System::nanoTime), uiThread::add);
        closing.start(PROFILE);
        reached.await();
        closing.close();
        RunState before = closing.now();
        for (Runnable late = uiThread.poll(5, TimeUnit.SECONDS); late != null; late = uiThread.poll(200, TimeUnit.MILLISECONDS)) {
            late.run();
        }
        assertThat(closing.now()).isSameAs(before);
    }
}
