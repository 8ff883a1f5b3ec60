package org.faultline.ui.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.run.Guide;
import org.faultline.ui.page.Mark;

/**
 * One line in the list of steps.
 *
 * @param word how it stands, since a mark alone is not enough
 * @param here whether it is the step that is shown
 */
record StepMark(String name, Mark mark, String word, boolean here) {

    /** One a stage, and the verdict. */
    static List<StepMark> of(GuidedState state, Guide guide, Texts texts, Words words) {
        List<StepMark> steps = new ArrayList<>();
        for (int step = 0; step < guide.stages().size(); step++) {
            steps.add(ofStage(guide.stages().get(step), step, state, guide, texts, words));
        }
        steps.add(ofVerdict(state, guide, texts, words));
        return steps;
    }

    private static StepMark ofStage(Stage stage, int step, GuidedState state, Guide guide, Texts texts, Words words) {
        boolean here = step == guide.at();
        String name = words.stageName(stage);
        if (here && state.measuring()) {
            return new StepMark(name, Mark.RUNNING, texts.get("step.running"), true);
        }
        if (here && guide.move() == Guide.Move.ANSWER) {
            return new StepMark(name, Mark.UNKNOWN, texts.get("step.asking"), true);
        }
        Optional<StageResult> result = guide.result(stage);
        return result.map(known -> new StepMark(name, Mark.of(known.status()), words.status(known.status()), here))
            .orElseGet(() -> new StepMark(name, Mark.QUIET, texts.get(unmeasured(stage, step, guide)), here));
    }

    private static String unmeasured(Stage stage, int step, Guide guide) {
        if (guide.explains(stage)) {
            return "step.explained";
        }
        return step < guide.at() ? "step.skipped" : "step.waiting";
    }

    private static StepMark ofVerdict(GuidedState state, Guide guide, Texts texts, Words words) {
        boolean here = guide.atVerdict();
        Mark mark = !here ? Mark.QUIET : state.measuring() ? Mark.RUNNING : Mark.of(guide.report().diagnosis());
        String word = !here ? texts.get("step.waiting") : state.measuring() ? texts.get("step.running")
            : words.verdict(guide.report().diagnosis().verdict().status());
        return new StepMark(texts.get("step.verdict"), mark, word, here);
    }
}
