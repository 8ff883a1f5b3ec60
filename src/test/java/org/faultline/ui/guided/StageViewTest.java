package org.faultline.ui.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.faultline.model.Diagnosis;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;
import org.faultline.report.picture.State;
import org.faultline.scenario.Scenario;
import org.faultline.ui.page.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of a step have the colours that they have in the tree: those of what their answers led to. */
@Execution(ExecutionMode.CONCURRENT)
class StageViewTest {

    static List<Scenario> faults() {
        return Scenario.all().stream().filter(scenario -> scenario.expected("status").equals("fault")).toList();
    }

    private static Mark decisive(Diagnosis diagnosis) {
        Stage stage = diagnosis.verdict().finding().orElseThrow().stage();
        Map<String, State> states = StageView.states(diagnosis, stage);
        return diagnosis.stages().stream().filter(result -> result.stage() == stage).map(StageResult::path).map(List::getLast)
            .map(step -> StageView.mark(states.get(step.question()))).findFirst().orElseThrow();
    }

    @Test
    void theQuestionThatDecidedIsRed() {
        assertThat(decisive(Scenario.named("external/upstream-silent").report().diagnosis())).isEqualTo(Mark.FAULT);
    }

    /** An unknown may decide as well: what others failed at then stands behind the fault. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStageWithAFaultIsNeverAllGreen(Scenario scenario) {
        Diagnosis diagnosis = scenario.report().diagnosis();
        Stage stage = diagnosis.verdict().finding().orElseThrow().stage();
        assertThat(StageView.states(diagnosis, stage).values()).map(StageView::mark).containsAnyOf(Mark.FAULT, Mark.UNKNOWN);
    }

    @Test
    void whatTurnedOutWellStaysGreen() {
        Diagnosis diagnosis = Scenario.named("external/healthy-home").report().diagnosis();
        Map<String, State> states = StageView.states(diagnosis, Stage.GATEWAY);
        assertThat(diagnosis.stages().get(3).path()).filteredOn(step -> step.answer() != Truth.UNKNOWN).isNotEmpty()
            .allSatisfy(step -> assertThat(states.get(step.question())).isIn(State.GOOD, State.NEUTRAL));
    }
}
