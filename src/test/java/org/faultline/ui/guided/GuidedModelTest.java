package org.faultline.ui.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.fake.World;
import org.faultline.json.JsonText;
import org.faultline.model.Conversation;
import org.faultline.model.Finding;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.report.Telling;
import org.faultline.run.Guide;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
import org.faultline.store.Folders;
import org.faultline.store.GuidedSessions;
import org.faultline.ui.FakeMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The model on this very thread: what it sends to the UI thread waits in a queue until the test fetches it. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class GuidedModelTest {

    private static final Profile PROFILE = ProfileReader.read(JsonText.write(FakeMachine.PROFILE), Path.of("."));
    private static final String CABLE_OUT = "interface/told-cable-out-under-a-static-address";

    @TempDir
    private Path home;
    private final BlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
    private final FakeMachine machine = new FakeMachine("external/healthy-home");
    private GuidedModel model;

    @AfterEach
    void close() {
        model.close();
    }

    private void open() throws InterruptedException {
        model = new GuidedModel(machine.workplace(), () -> PROFILE, sessions(), uiThread::add);
        model.open();
        until(state -> !(state.activity() instanceof Activity.Opening));
    }

    private GuidedSessions sessions() {
        return new GuidedSessions(new Folders(home.resolve("settings"), home.resolve("state")));
    }

    private GuidedState until(Predicate<GuidedState> condition) throws InterruptedException {
        while (!condition.test(model.now())) {
            uiThread.take().run();
        }
        return model.now();
    }

    private Guide rested() throws InterruptedException {
        return until(state -> state.activity() instanceof Activity.Resting).guide().orElseThrow();
    }

    private GuidedState saved() throws InterruptedException {
        return until(state -> state.saving() instanceof Saving.Done);
    }

    private void measureTo(Stage stage) throws InterruptedException {
        model.begin();
        while (!rested().stage().orElseThrow().equals(stage)) {
            model.measure();
            rested();
            model.next();
        }
        model.measure();
        rested();
    }

    @Test
    void nothingIsMeasuredBeforeAPersonAsksForIt() throws InterruptedException {
        open();
        model.begin();
        assertThat(machine.runs()).isZero();
        assertThat(model.now().guide().orElseThrow().move()).isEqualTo(Guide.Move.MEASURE);
    }

    @Test
    void aStepIsFollowedLiveAndSavedAtItsEnd() throws InterruptedException {
        open();
        model.begin();
        model.measure();
        assertThat(model.now().measuring()).isTrue();
        until(state -> state.activity() instanceof Activity.Measuring measuring && !measuring.seen().isEmpty());
        assertThat(rested().isMeasured(Stage.LOOPBACK_IPV4)).isTrue();
        assertThat(model.now().saving()).isInstanceOf(Saving.UnderWay.class);
        saved();
        assertThat(onDisk().isMeasured(Stage.LOOPBACK_IPV4)).isTrue();
    }

    @Test
    void onlyWhatIsOnTheDiskIsShownAsSaved() throws InterruptedException {
        open();
        model.begin();
        for (int number = 0; number < 10; number++) {
            model.draft("first " + number);
            assertThat(model.now().saving()).isInstanceOf(Saving.UnderWay.class);
            model.draft("note " + number);
            saved();
            assertThat(onDisk().draft()).isEqualTo("note " + number);
        }
    }

    @Test
    void aDiskThatTakesNothingIsTold() throws InterruptedException, IOException {
        open();
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/sessions"), "a file in the way");
        model.begin();
        assertThat(until(state -> state.saving() instanceof Saving.Failed).guide()).isPresent();
        Files.delete(home.resolve("state/sessions"));
        model.ticket("T-1");
        saved();
        assertThat(onDisk().conversation().ticket()).isEqualTo("T-1");
    }

    @Test
    void answersLeadToTheVerdict() throws InterruptedException {
        machine.play(CABLE_OUT);
        open();
        measureTo(Stage.INTERFACE);
        assertThat(model.now().guide().orElseThrow().questions()).containsExactly(PersonQuestion.CONNECTED_BY_CABLE);
        model.answer(PersonQuestion.CONNECTED_BY_CABLE, Truth.YES);
        rested();
        model.answer(PersonQuestion.LIGHTS_ON, Truth.NO);
        rested();
        model.next();
        assertThat(rested().atVerdict()).isTrue();
        assertThat(rested().report().diagnosis().verdict().code()).isEqualTo("no-carrier");
    }

    /** The report quotes the fault's own step of a number that was noted as tried: where another step is shown none may be noted. */
    @Test
    void onlyTheFaultsOwnStepsCanBeNotedAsTried() throws InterruptedException {
        machine.play("gateway/gateway-absent");
        open();
        measureTo(Stage.GATEWAY);
        assertThat(VerdictStep.faultOfSteps(Telling.of(rested().report(), Locale.ENGLISH))).contains("gateway-absent");
        model.begin();
        model.skip();
        while (!rested().stage().orElseThrow().equals(Stage.GATEWAY)) {
            model.measure();
            rested();
            model.next();
        }
        model.measure();
        Telling telling = Telling.of(rested().report(), Locale.ENGLISH);
        Finding finding = telling.verdict().finding().orElseThrow();
        assertThat(finding.fault().code()).isEqualTo("gateway-absent");
        assertThat(telling.remedies(finding)).hasSize(1).isNotEqualTo(telling.words().remedies(finding.fault(), telling.os(), finding.facts()));
        assertThat(VerdictStep.faultOfSteps(telling)).isEmpty();
    }

    @Test
    void checkAgainSaysWhatBecameBetterAndKeepsWhatWasWrittenMeanwhile() throws InterruptedException {
        machine.play("gateway/gateway-absent");
        open();
        measureTo(Stage.GATEWAY);
        model.next();
        machine.play("external/healthy-home");
        model.checkAgain();
        model.draft("router was off");
        model.note();
        Guide guide = rested();
        assertThat(guide.report().diagnosis().verdict().code()).isEqualTo("healthy");
        assertThat(model.now().comparison().map(Comparison::trend)).contains(Comparison.Trend.BETTER);
        assertThat(guide.conversation().notes()).extracting(Conversation.Note::text).containsExactly("router was off");
        assertThat(guide.conversation().rechecks()).hasSize(1);
    }

    @Test
    void whatBecameBetterIsToldOnlyBesideTheVerdictOfThatCheck() throws InterruptedException {
        machine.play("gateway/gateway-absent");
        open();
        measureTo(Stage.GATEWAY);
        machine.play("external/healthy-home");
        model.checkAgain();
        Guide guide = rested();
        assertThat(until(state -> state.comparison().isPresent()).changed(guide.ticket("INC-1")).comparison()).isPresent();
        assertThat(model.now().changed(Guide.begin("another", guide.stages(), World.NOW)).comparison()).as("an answer has led to another verdict").isEmpty();
    }

    @Test
    void aCancelledStepLeavesTheSessionAsItWas() throws InterruptedException {
        machine.hang("talkToSelf");
        open();
        model.begin();
        model.measure();
        assertThat(model.cancel()).isTrue();
        assertThat(rested().measured()).isEmpty();
        assertThat(model.cancel()).isFalse();
        machine.hang();
        model.measure();
        assertThat(rested().isMeasured(Stage.LOOPBACK_IPV4)).isTrue();
    }

    @Test
    void whatASupersededRunSaysIsDropped() throws InterruptedException {
        open();
        model.begin();
        model.measure();
        model.skip();
        model.measure();
        Guide guide = rested();
        assertThat(guide.measured()).containsExactly(Stage.LOOPBACK_IPV6);
    }

    /** As after a kill: nothing of the first model is closed. */
    @Test
    void aNewWindowGoesOnWhereTheKilledOneWas() throws InterruptedException {
        machine.play(CABLE_OUT);
        open();
        measureTo(Stage.INTERFACE);
        model.answer(PersonQuestion.CONNECTED_BY_CABLE, Truth.YES);
        model.draft("half a sen");
        saved();
        Guide before = model.now().guide().orElseThrow();
        open();
        assertThat(model.now().resumed()).isTrue();
        Guide guide = rested();
        assertThat(guide.stage()).isEqualTo(before.stage());
        assertThat(guide.draft()).isEqualTo("half a sen");
        assertThat(guide.questions()).containsExactly(PersonQuestion.LIGHTS_ON);
        model.answer(PersonQuestion.LIGHTS_ON, Truth.NO);
        assertThat(rested().report().diagnosis().verdict().code()).isEqualTo("no-carrier");
    }

    @Test
    void aFinishedSessionIsNotOpenedAgain() throws InterruptedException {
        open();
        model.begin();
        model.finish();
        model.close();
        open();
        assertThat(model.now().guide()).isEmpty();
        assertThat(model.now().troubles()).isEmpty();
    }

    /** The page is closed while it still looks for a session: what it then hears would ask a closed disk for more. */
    @Test
    void aClosedModelTellsNothingAndAsksForNothing() {
        model = new GuidedModel(machine.workplace(), () -> PROFILE, sessions(), uiThread::add);
        model.state().addListener(_ -> model.listEarlier());
        model.open();
        model.close();
        uiThread.forEach(Runnable::run);
        assertThat(model.now().activity()).isInstanceOf(Activity.Opening.class);
        assertThatCode(model::listEarlier).doesNotThrowAnyException();
        assertThatCode(() -> model.reopen("2026-11-26")).doesNotThrowAnyException();
    }

    @Test
    void aBrokenFileIsToldAndTheNextSessionBegins() throws InterruptedException, IOException {
        open();
        model.begin();
        saved();
        model.close();
        try (Stream<Path> files = Files.list(home.resolve("state/sessions"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).substring(0, 200));
            }
        }
        open();
        assertThat(model.now().troubles()).singleElement().satisfies(trouble -> assertThat(trouble.kept()).exists());
        model.begin();
        assertThat(saved().guide()).isPresent();
    }

    private Guide onDisk() {
        try {
            List<GuidedSessions.Trouble> none = sessions().openLatest().troubles();
            assertThat(none).isEmpty();
            return sessions().openLatest().guide().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
