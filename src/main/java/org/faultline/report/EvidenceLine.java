package org.faultline.report;

import java.util.List;
import java.util.stream.Collectors;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;

/** An observation as one readable line: what was asked of what, what came of it, the figures, and the method. */
public final class EvidenceLine {

    private EvidenceLine() { }

    static String of(Observation seen, Words words) {
        return sentence(seen, words) + " [" + seen.method() + "]";
    }

    /** The line without the method. */
    public static String sentence(Observation seen, Words words) {
        return PersonQuestion.of(seen.target()).filter(_ -> PersonQuestion.isTold(seen))
            .map(question -> words.question(question.id()).text() + " " + words.answer(PersonQuestion.answerIn(seen)))
            .orElseGet(() -> measured(seen, words));
    }

    private static String measured(Observation seen, Words words) {
        StringBuilder line = new StringBuilder(seen.probe());
        if (!seen.target().isEmpty()) {
            line.append(' ').append(Shown.address(seen.target()));
        }
        line.append(": ").append(ending(seen, words));
        if (!seen.detail().isEmpty()) {
            line.append(" (").append(seen.detail()).append(')');
        }
        String values = seen.values().entrySet().stream().filter(value -> !saysNothing(value.getKey(), value.getValue(), seen))
            .map(value -> Shown.value(value.getKey(), value.getValue())).collect(Collectors.joining("; "));
        if (!values.isEmpty()) {
            line.append("; ").append(values);
        }
        return line.toString();
    }

    private static String ending(Observation seen, Words words) {
        boolean bare = seen.passed() || seen.cause() == Cause.NONE;
        return switch (seen.outcome()) {
            case PASSED -> words.outcome(Outcome.PASSED);
            case FAILED -> bare ? words.outcome(Outcome.FAILED) : words.cause(seen.cause());
            case UNKNOWN, SKIPPED -> words.outcome(seen.outcome()) + (bare ? "" : ", " + words.cause(seen.cause()));
        };
    }

    /** The errno stands in the detail already, and an empty list says nothing. */
    private static boolean saysNothing(String name, Object value, Observation seen) {
        return name.equals("errno") && seen.detail().equals(value) || value instanceof List<?> list && list.isEmpty();
    }
}
