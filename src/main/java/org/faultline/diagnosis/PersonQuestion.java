package org.faultline.diagnosis;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/**
 * A question that only a person can answer. The answer is an observation like any other, probe {@value #PROBE}: it failed where the answer
 * is not the good one, and it says nothing where the person does not know.
 *
 * <p>The tree may put it only where a measurement left its own question open (see {@link Step#askPerson}); the words are those of the
 * question {@link #id()}.
 */
public enum PersonQuestion {
    CONNECTED_BY_CABLE(Stage.INTERFACE, Truth.UNKNOWN),
    LIGHTS_ON(Stage.INTERFACE, Truth.YES),
    WIFI_CONNECTED(Stage.INTERFACE, Truth.YES),
    ROUTER_ON(Stage.GATEWAY, Truth.YES),
    VPN_RUNNING(Stage.GATEWAY, Truth.UNKNOWN),
    WORKS_WITHOUT_VPN(Stage.GATEWAY, Truth.NO),
    LOGIN_PAGE_SHOWN(Stage.EXTERNAL, Truth.NO),
    CLOCK_RIGHT(Stage.EXTERNAL, Truth.YES),

    // What tells a helpdesk more about a finding, and decides nothing.
    OTHER_DEVICE_WORKS(Stage.GATEWAY, Truth.YES),
    CABLE_AND_WIFI_ALIKE(Stage.INTERFACE, Truth.UNKNOWN),
    OTHER_PROGRAMS_TOO(Stage.EXTERNAL, Truth.UNKNOWN),
    CHANGED_LATELY(Stage.LOOPBACK_IPV4, Truth.UNKNOWN),
    BEGAN_TODAY(Stage.LOOPBACK_IPV4, Truth.UNKNOWN);

    /** The probe that all answers of people are recorded under. */
    public static final String PROBE = "person";

    static final String METHOD = "asked";
    private static final String ANSWER = "answer";
    private static final String DONT_KNOW = "dont-know";

    private final Stage stage;
    private final Truth good;

    /** @param good the answer that speaks for health; unknown where neither does */
    PersonQuestion(Stage stage, Truth good) {
        this.stage = stage;
        this.good = good;
    }

    /** The untranslated kebab-case name, also of its words. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question with this {@link #id()}, or nothing. */
    public static Optional<PersonQuestion> of(String id) {
        return Arrays.stream(values()).filter(question -> question.id().equals(id)).findFirst();
    }

    public Stage stage() {
        return stage;
    }

    /**
     * The answer as an observation: value {@code answer} is {@code yes}, {@code no} or {@code dont-know}.
     *
     * @param observationId unique within the run
     * @param at            since the start of the run
     */
    public Observation answered(Truth answer, String observationId, Duration at) {
        Outcome outcome = answer == Truth.UNKNOWN ? Outcome.UNKNOWN : good == answer.not() ? Outcome.FAILED : Outcome.PASSED;
        Cause cause = switch (outcome) {
            case PASSED -> Cause.NONE;
            case FAILED -> Cause.TOLD;
            case UNKNOWN, SKIPPED -> Cause.NOT_KNOWN;
        };
        return new Observation(observationId, PROBE, id(), stage, outcome, cause, "", METHOD, at, Duration.ZERO,
            Map.of(ANSWER, answer == Truth.UNKNOWN ? DONT_KNOW : answer.id()));
    }

    /** What the person said, where this is an answer to this question. */
    public static Truth answerIn(Observation told) {
        String answer = told.text(ANSWER).orElse(DONT_KNOW);
        return Arrays.stream(Truth.values()).filter(truth -> truth.id().equals(answer)).findFirst().orElse(Truth.UNKNOWN);
    }

    /** The answer of the person as the tree reads it. */
    Answer toldIn(Observation told) {
        Truth truth = answerIn(told);
        return truth == Truth.UNKNOWN ? Answer.unknown(List.of(told)) : Answer.of(truth, List.of(told));
    }

    /** Whether it stands outside the tree: its answer tells a helpdesk more and decides nothing. */
    public boolean isBackground() {
        return compareTo(OTHER_DEVICE_WORKS) >= 0;
    }

    /** Whether it was made by asking a person. */
    public static boolean isTold(Observation observation) {
        return observation.probe().equals(PROBE);
    }
}
