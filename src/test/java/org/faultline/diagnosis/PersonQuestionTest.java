package org.faultline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.askPerson;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say settles what no probe could, and nothing else. */
class PersonQuestionTest {

    private static final Node TREE = tree(
        ask("carrier-present", evidence -> evidence.by("carrier").anyPassed()).no(conclude(Fault.NO_CARRIER))
            .unknown(askPerson(PersonQuestion.LIGHTS_ON).no(conclude(Fault.NO_CARRIER))));

    /** Stands where it must not: behind a measured yes. */
    private static final Node MISPLACED = tree(
        ask("carrier-present", evidence -> evidence.by("carrier").anyPassed()).yes(askPerson(PersonQuestion.LIGHTS_ON).no(conclude(Fault.NO_CARRIER))));

    @ParameterizedTest(name = "carrier {0}, lights {1}: {2}")
    @CsvSource({
        "PASSED, NO, nothing", "PASSED, YES, nothing", "PASSED, UNKNOWN, nothing",
        "FAILED, NO, no-carrier", "FAILED, YES, no-carrier", "FAILED, UNKNOWN, no-carrier",
        "UNKNOWN, NO, no-carrier", "UNKNOWN, YES, nothing", "UNKNOWN, UNKNOWN, nothing"})
    void aMeasurementWinsOverAPerson(Outcome measured, Truth told, String found) {
        Walk.Walked walked = walk(TREE, carrier(measured), PersonQuestion.LIGHTS_ON.answered(told, "o2", Duration.ZERO));
        assertThat(walked.findings().stream().map(finding -> finding.fault().code()).findFirst().orElse("nothing")).isEqualTo(found);
    }

    /** The engine, and not only the shape of the tree, keeps a person from overruling. */
    @Test
    void aPersonBehindAMeasuredAnswerIsNotHeard() {
        Walk.Walked walked = walk(MISPLACED, carrier(Outcome.PASSED), PersonQuestion.LIGHTS_ON.answered(Truth.NO, "o2", Duration.ZERO));
        assertThat(walked.findings()).isEmpty();
        assertThat(walked.path()).extracting(StageResult.Step::question).containsExactly("carrier-present");
    }

    @Test
    void aToldFaultRestsOnTheAnswerAndNamesWhatWasNotMeasured() {
        Observation told = PersonQuestion.LIGHTS_ON.answered(Truth.NO, "o2", Duration.ZERO);
        Finding finding = walk(TREE, carrier(Outcome.UNKNOWN), told).findings().getFirst();
        assertThat(finding.because()).containsExactly(told);
        assertThat(finding.notMeasured()).containsExactly(carrier(Outcome.UNKNOWN));
    }

    @Test
    void whoeverWasNotAskedLeavesNoTrace() {
        Walk.Walked walked = walk(TREE, carrier(Outcome.UNKNOWN));
        assertThat(walked.path()).extracting(StageResult.Step::question).containsExactly("carrier-present");
        assertThat(walked.toAsk()).containsExactly(PersonQuestion.LIGHTS_ON);
    }

    @Test
    void nobodyIsAskedWhatWasMeasured() {
        assertThat(walk(TREE, carrier(Outcome.PASSED)).toAsk()).isEmpty();
        assertThat(walk(TREE, carrier(Outcome.FAILED)).toAsk()).isEmpty();
    }

    @Test
    void theLatestAnswerCounts() {
        Walk.Walked walked = walk(TREE, carrier(Outcome.UNKNOWN), PersonQuestion.LIGHTS_ON.answered(Truth.NO, "o2", Duration.ZERO),
            PersonQuestion.LIGHTS_ON.answered(Truth.YES, "o3", Duration.ofSeconds(9)));
        assertThat(walked.findings()).isEmpty();
    }

    /** A rule that reads all observations of a kind cannot come by what people say. */
    @Test
    void noMeasuredQuestionReadsWhatPeopleSay() {
        Observation told = PersonQuestion.LIGHTS_ON.answered(Truth.NO, "o1", Duration.ZERO);
        assertThat(Evidence.complete(List.of(told)).by(PersonQuestion.PROBE).observations()).isEmpty();
    }

    @Test
    void anAnswerThatSpeaksForNeitherHasNotFailed() {
        assertThat(PersonQuestion.VPN_RUNNING.answered(Truth.NO, "o1", Duration.ZERO).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(PersonQuestion.VPN_RUNNING.answered(Truth.UNKNOWN, "o1", Duration.ZERO).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(PersonQuestion.answerIn(PersonQuestion.VPN_RUNNING.answered(Truth.NO, "o1", Duration.ZERO))).isEqualTo(Truth.NO);
    }

    private static Walk.Walked walk(Node tree, Observation... seen) {
        return Walk.follow(Stage.INTERFACE, tree, Evidence.complete(new ArrayList<>(List.of(seen))), false);
    }

    private static Observation carrier(Outcome outcome) {
        Cause cause = outcome == Outcome.PASSED ? Cause.NONE : outcome == Outcome.FAILED ? Cause.NO_CARRIER : Cause.NOT_SUPPORTED;
        return new Observation("o1", "carrier", "enp3s0", Stage.INTERFACE, outcome, cause, "", "test", Duration.ZERO, Duration.ZERO, Map.of());
    }
}
