package org.faultline.run;

import java.util.List;
import org.faultline.model.Observation;

/** The ids of observations: {@code o1}, {@code o2}, …, never given twice within a report. */
final class ObservationId {

    private static final String LETTER = "o";

    private ObservationId() { }

    static String of(int number) {
        return LETTER + number;
    }

    static Observation give(Observation seen, int number) {
        return new Observation(of(number), seen.probe(), seen.target(), seen.stage(), seen.outcome(), seen.cause(), seen.detail(),
            seen.method(), seen.started(), seen.elapsed(), seen.values());
    }

    /** The highest number given so far; 0 for none. Ids of another form cannot collide. */
    static int last(List<Observation> observations) {
        return observations.stream().map(Observation::id).filter(id -> id.matches(LETTER + "[0-9]{1,9}"))
            .mapToInt(id -> Integer.parseInt(id.substring(LETTER.length()))).max().orElse(0);
    }
}
