package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.fake.FakeHost;
import org.faultline.fake.Fields;
import org.faultline.fake.WatchedHost;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.model.Conversation;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.faultline.run.Guide.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A guided session, move by move, on fake worlds. */
@Execution(ExecutionMode.CONCURRENT)
class GuideTest {

    private static final Instant NOW = World.NOW;
    private static final String STATIC_AND_DEAD = """
        {"links": {"enp3s0": {"unreadable": true}}, "neighbours": {"192.168.1.1": "failed", "fe80::1": "failed"},
         "echo": {"192.168.1.1": "EHOSTUNREACH", "fe80:0:0:0:0:0:0:1": "EHOSTUNREACH", "*": "EHOSTUNREACH"},
         "tcp": {"*": "EHOSTUNREACH", "192.168.1.1": "EHOSTUNREACH"}, "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}}""";
    private static final String UPSTREAM_DEAD = """
        {"echo": {"192.168.1.1": "ok 0.4", "*": "silent"}, "tcp": {"192.168.1.1": "refused", "*": "silent"},
         "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}, "trace": {"*4": "192.168.1.1 * *"}}""";

    private Instant time = NOW;
    private Host host = host("{}");
    private final Check check = new Check(Profile.DEFAULT, EnumSet.copyOf(Stage.PATH), Duration.ofSeconds(20));
    private final Workplace workplace = new Workplace(() -> host, () -> time, System::nanoTime);
    private final Stepwise stepwise = new Stepwise(check, workplace);
    private Guide guide = Guide.begin("test", stepwise.stages(), NOW);

    @Test
    void aHealthyMachineIsFollowedToTheVerdictStageByStage() {
        for (Stage stage : Stage.PATH) {
            assertThat(guide.stage()).contains(stage);
            assertThat(guide.move()).isEqualTo(Move.MEASURE);
            measure();
            assertThat(guide.result(stage).map(StageResult::status)).contains(StageStatus.OK);
            assertThat(guide.move()).isEqualTo(Move.NEXT);
            guide = guide.next(NOW);
        }
        assertThat(guide.atVerdict()).isTrue();
        assertThat(guide.report().diagnosis().verdict().status()).isEqualTo(Verdict.Status.HEALTHY);
    }

    @Test
    void loopbackAloneContactsNobody() {
        WatchedHost watched = WatchedHost.of(host("{}"));
        host = watched.host();
        measure();
        assertThat(watched.contacted()).isNotEmpty().allMatch(address -> address.isLoopbackAddress());
    }

    @Test
    void whatAnEarlierStepMeasuredIsKeptAsItWas() {
        measure();
        List<Observation> first = guide.report().observations();
        guide = guide.next(NOW);
        measure();
        assertThat(guide.report().observations()).containsAll(first.stream().filter(seen -> guide.leg().done().contains(seen.probe())).toList())
            .extracting(Observation::id).doesNotHaveDuplicates();
    }

    /** A session left open over lunch must not blame by what was true before it. */
    @Test
    void whatWasSeenLongAgoIsMeasuredAgain() {
        measure();
        time = NOW.plus(Duration.ofMinutes(11));
        Instant lately = time.minus(Duration.ofMinutes(1));
        guide = guide.answered(PersonQuestion.BEGAN_TODAY, Truth.YES, lately).next(lately);
        List<Observation> first = guide.report().observations();
        measure();
        assertThat(guide.report().observations()).filteredOn(first::contains).allMatch(PersonQuestion::isTold).isNotEmpty();
        assertThat(guide.report().observations()).anyMatch(seen -> seen.stage() == Stage.LOOPBACK_IPV4 && !PersonQuestion.isTold(seen));
    }

    /** A session opened again the next day: lights that were off yesterday accuse no cable today. */
    @Test
    void whatWasToldLongAgoIsAskedAgain() {
        host = host(STATIC_AND_DEAD);
        goTo(Stage.INTERFACE);
        guide = guide.answered(PersonQuestion.CONNECTED_BY_CABLE, Truth.YES, NOW).answered(PersonQuestion.LIGHTS_ON, Truth.NO, NOW);
        assertThat(guide.explanation().map(Finding::fault)).contains(Fault.NO_CARRIER);
        time = NOW.plus(Duration.ofHours(24));
        measure();
        assertThat(guide.report().observations()).noneMatch(PersonQuestion::isTold);
        assertThat(guide.explanation()).isEmpty();
        assertThat(guide.questions()).containsExactly(PersonQuestion.CONNECTED_BY_CABLE);
    }

    @Test
    void aPersonIsAskedOnlyWhereTheProbesCannotTell() {
        goTo(Stage.INTERFACE);
        assertThat(guide.questions()).isEmpty();
        host = host(STATIC_AND_DEAD);
        guide = Guide.begin("other", stepwise.stages(), NOW);
        goTo(Stage.INTERFACE);
        assertThat(guide.move()).isEqualTo(Move.ANSWER);
        assertThat(guide.questions()).containsExactly(PersonQuestion.CONNECTED_BY_CABLE);
    }

    @Test
    void theNextQuestionFollowsFromTheAnswerAndTheVerdictFromBoth() {
        host = host(STATIC_AND_DEAD);
        goTo(Stage.INTERFACE);
        guide = guide.answered(PersonQuestion.CONNECTED_BY_CABLE, Truth.YES, NOW);
        assertThat(guide.questions()).containsExactly(PersonQuestion.LIGHTS_ON);
        guide = guide.answered(PersonQuestion.LIGHTS_ON, Truth.NO, NOW);
        assertThat(guide.explanation().map(Finding::fault)).contains(Fault.NO_CARRIER);
        assertThat(guide.next(NOW).atVerdict()).isTrue();
        assertThat(guide.answered(PersonQuestion.CONNECTED_BY_CABLE, Truth.NO, NOW).questions()).containsExactly(PersonQuestion.WIFI_CONNECTED);
    }

    @Test
    void aFaultEndsTheWayAndNothingBeyondIsMeasured() {
        host = host(STATIC_AND_DEAD);
        goTo(Stage.GATEWAY);
        assertThat(guide.explanation().map(Finding::fault)).contains(Fault.GATEWAY_ABSENT);
        guide = guide.next(NOW);
        assertThat(guide.atVerdict()).isTrue();
        assertThat(guide.isMeasured(Stage.EXTERNAL)).isFalse();
    }

    @Test
    void aSkippedStageIsNotJudged() {
        guide = guide.skip(NOW);
        measure();
        assertThat(guide.report().diagnosis().stages()).filteredOn(stage -> stage.stage() == Stage.LOOPBACK_IPV4)
            .allMatch(stage -> stage.status() == StageStatus.NOT_RUN);
        assertThat(guide.result(Stage.LOOPBACK_IPV6).map(StageResult::status)).contains(StageStatus.OK);
    }

    @Test
    void aDeclinedQuestionIsNotAskedAgain() {
        host = host(STATIC_AND_DEAD);
        goTo(Stage.INTERFACE);
        guide = guide.declined(PersonQuestion.CONNECTED_BY_CABLE, NOW);
        assertThat(guide.questions()).isEmpty();
        assertThat(guide.move()).isEqualTo(Move.NEXT);
    }

    @Test
    void anotherDeviceThatWorksSpeaksAgainstBlamingTheProviderAndDoesNotAcquitIt() {
        host = host(UPSTREAM_DEAD);
        goTo(Stage.EXTERNAL);
        guide = guide.next(NOW);
        assertThat(guide.questions()).contains(PersonQuestion.OTHER_DEVICE_WORKS);
        guide = guide.answered(PersonQuestion.OTHER_DEVICE_WORKS, Truth.YES, NOW);
        Finding finding = guide.report().diagnosis().verdict().finding().orElseThrow();
        assertThat(finding.fault()).isEqualTo(Fault.UPSTREAM_SILENT);
        assertThat(finding.against()).anyMatch(PersonQuestion::isTold);
    }

    @Test
    void everythingThatIsDoneStandsInTheTimeline() {
        measure();
        guide = guide.noted(" desk moved yesterday ", NOW).ticket("T-17").answered(PersonQuestion.BEGAN_TODAY, Truth.NO, NOW).next(NOW).back(NOW)
            .tried("provider", "gateway-absent", 2, NOW).noted("  ", NOW);
        Conversation told = guide.conversation();
        assertThat(told.mode()).isEqualTo(Conversation.Mode.GUIDED);
        assertThat(told.ticket()).isEqualTo("T-17");
        assertThat(told.notes()).containsExactly(new Conversation.Note(Optional.of(Stage.LOOPBACK_IPV4), "desk moved yesterday", NOW));
        assertThat(told.answers()).containsExactly(new Conversation.Answered("began-today", Truth.NO, NOW));
        assertThat(told.timeline()).extracting(entry -> entry.who() + " " + entry.what() + " " + entry.about()).containsExactly(
            "user session-started ", "program stage-measured loopback-ipv4", "user noted loopback-ipv4", "user answered began-today no",
            "user step-opened loopback-ipv6", "user step-opened loopback-ipv4", "provider remedy-tried gateway-absent 2");
    }

    @Test
    void checkedAgainKeepsTheConversationAndShowsTheVerdict() {
        host = host(UPSTREAM_DEAD);
        goTo(Stage.EXTERNAL);
        guide = guide.noted("router restarted", NOW);
        host = host("{}");
        Recheck.Rechecked again = new Recheck(check, workplace).run(guide.report(), new Cancellation(), Progress.NONE);
        guide = guide.noted("while it ran", NOW).checkedAgain(again, NOW);
        assertThat(guide.atVerdict()).isTrue();
        assertThat(guide.report().diagnosis().verdict().status()).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(guide.conversation().notes()).extracting(Conversation.Note::text).containsExactly("router restarted", "while it ran");
        assertThat(guide.conversation().rechecks()).singleElement().satisfies(recheck -> assertThat(recheck.codeBefore()).isEqualTo("upstream-silent"));
    }

    private void goTo(Stage stage) {
        while (!guide.stage().equals(Optional.of(stage))) {
            measure();
            guide = guide.next(NOW);
        }
        measure();
    }

    private void measure() {
        guide = guide.measured(stepwise.measure(guide.toMeasure(), guide.leg(), new Cancellation(), Progress.NONE), NOW);
    }

    private static Host host(String changes) {
        return new FakeHost(World.home().changedBy(Fields.parse("changes", changes)));
    }
}
