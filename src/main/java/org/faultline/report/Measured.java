package org.faultline.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;

/** The figures of a report that monitoring wants to have. */
public final class Measured {

    /** Names under which probes leave times of answers; the fastest counts. */
    private static final List<String> TIMES = List.of("medianMs", "rttMs", "connectMs");

    private Measured() { }

    /** Where the verdict lies; without a finding, the outermost stage that was judged. */
    public static Stage stageOf(Report report) {
        return JsonReport.stageOf(report);
    }

    /** The time of the fastest answer that came from a stage, in milliseconds. */
    public static OptionalDouble fastest(Report report, Stage stage) {
        return fastest(report.observations(), stage);
    }

    static OptionalDouble fastest(List<Observation> observations, Stage stage) {
        return observations.stream().filter(seen -> seen.stage() == stage && seen.passed())
            .flatMap(Measured::times).mapToDouble(Number::doubleValue).filter(Double::isFinite).min();
    }

    private static Stream<Number> times(Observation seen) {
        return TIMES.stream().flatMap(name -> seen.list(name).stream()).filter(Number.class::isInstance).map(Number.class::cast);
    }

    /** The round trip beyond which the run warned, in milliseconds, where an observation of the stage carries it. */
    public static Optional<Double> limit(Report report, Stage stage) {
        String name = stage == Stage.GATEWAY ? "limitRttMs" : "limitMs";
        return report.observations().stream().filter(seen -> seen.stage() == stage && isRoundTrip(seen)).flatMap(seen -> seen.number(name).stream()).findFirst();
    }

    /** A name server's answer has a limit of its own. */
    private static boolean isRoundTrip(Observation seen) {
        return !seen.list("rttMs").isEmpty() || !seen.list("medianMs").isEmpty();
    }
}
