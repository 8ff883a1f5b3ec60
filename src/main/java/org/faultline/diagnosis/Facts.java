package org.faultline.diagnosis;

import java.util.Optional;
import org.faultline.model.Observation;

/** Takes the names and figures that a finding's words mention from the observation behind an answer. */
final class Facts {

    private Facts() { }

    /** The observation that failed, else the first one that the answer rests on. */
    static Optional<Observation> behind(Answer answer) {
        return answer.because().stream().filter(Observation::failed).findFirst().or(() -> answer.because().stream().findFirst());
    }

    /** Facts {@code value} and {@code limit} from values of these names, rounded, with their unit: {@code 33 %}, {@code 150 ms}. */
    static Answer measured(Answer answer, String value, String limit, String unit) {
        Optional<String> figure = behind(answer).flatMap(seen -> seen.number(value)).map(number -> Math.round(number) + unit);
        Optional<String> bound = behind(answer).flatMap(seen -> seen.number(limit)).map(number -> Math.round(number) + unit);
        return with(with(answer, "value", figure), "limit", bound);
    }

    static Answer with(Answer answer, String fact, Optional<String> value) {
        return value.isPresent() ? answer.with(fact, value.get()) : answer;
    }

    /** Fact {@code interface}: named by the observation, or its very target. */
    static Answer onLink(Answer answer) {
        return with(answer, "interface", behind(answer).map(seen -> seen.text("interface").orElse(seen.target())));
    }
}
