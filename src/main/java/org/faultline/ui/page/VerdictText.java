package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Remedy;

/**
 * The verdict as people read it.
 *
 * @param title    one sentence
 * @param where    between which two places; empty where there is no break
 * @param steps    what to do, in order
 * @param evidence what it rests on, the strongest first
 * @param others   what else was found
 * @param effort   how long it took and how much was seen
 * @param byHand   the last question and how to find its answer without this program
 * @param code     of the finding; empty where there is none
 * @param change   what became of it since the check before, where there was one
 */
public record VerdictText(Mark mark, String title, String where, String summary, List<Remedy> steps, List<Line> evidence, List<Other> others,
                   String effort, Optional<ByHand> byHand, String code, Optional<Change> change) {

    public VerdictText {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        others = List.copyOf(others);
    }

    /** @param spoken to a screen reader, which sees no mark */
    public record Line(Mark mark, String spoken, String sentence, String method) { }

    /** @param severity as a word */
    record Other(Mark mark, String severity, String title, String summary, String code) { }

    /** @param why why the question is asked */
    record ByHand(String question, String command, String why) { }

    /** @param lines what is gone and what is new */
    record Change(Mark mark, String sentence, List<String> lines) {
        Change {
            lines = List.copyOf(lines);
        }
    }

    /** All that a screen reader should say of it at once. */
    public String spoken() {
        return String.join(" ", change.map(Change::sentence).orElse(""), title + ".", where, summary).replace(" .", ".").strip();
    }
}
