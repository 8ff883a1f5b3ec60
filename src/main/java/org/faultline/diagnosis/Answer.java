package org.faultline.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * What the evidence so far says to a question.
 *
 * @param because     the observations that the answer rests on
 * @param against     those that speak for another answer and were outweighed
 * @param notMeasured those that would have helped and could not be made
 * @param awaiting    probes whose end must be awaited before the answer counts; empty when it is final
 * @param facts       names and figures for the words of a finding
 */
public record Answer(Truth truth, List<Observation> because, List<Observation> against, List<Observation> notMeasured,
                     Set<String> awaiting, Map<String, String> facts) {

    public Answer {
        because = List.copyOf(because);
        against = List.copyOf(against);
        notMeasured = List.copyOf(notMeasured);
        awaiting = Set.copyOf(awaiting);
        facts = Map.copyOf(facts);
    }

    public static Answer of(Truth truth, List<Observation> because) {
        return new Answer(truth, because, List.of(), List.of(), Set.of(), Map.of());
    }

    public static Answer unknown(List<Observation> notMeasured) {
        return new Answer(Truth.UNKNOWN, List.of(), List.of(), notMeasured, Set.of(), Map.of());
    }

    /** Not yet: these probes have not ended. */
    public static Answer awaiting(Set<String> probes) {
        return new Answer(Truth.UNKNOWN, List.of(), List.of(), List.of(), probes, Map.of());
    }

    public boolean isFinal() {
        return awaiting.isEmpty();
    }

    public Answer not() {
        return new Answer(truth.not(), because, against, notMeasured, awaiting, facts);
    }

    public Answer with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Answer(truth, because, against, notMeasured, awaiting, more);
    }

    public Answer against(List<Observation> observations) {
        return new Answer(truth, because, join(against, observations), notMeasured, awaiting, facts);
    }

    /** No as soon as either says no, yes when both do. */
    public Answer and(Answer other) {
        if (isFinal() && truth == Truth.NO) {
            return this;
        }
        if (other.isFinal() && other.truth == Truth.NO) {
            return other;
        }
        return both(other, truth == Truth.YES && other.truth == Truth.YES ? Truth.YES : Truth.UNKNOWN);
    }

    /** Yes as soon as either says yes, no when both do. */
    public Answer or(Answer other) {
        return not().and(other.not()).not();
    }

    private Answer both(Answer other, Truth truth) {
        Set<String> probes = new LinkedHashSet<>(awaiting);
        probes.addAll(other.awaiting);
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.putAll(other.facts);
        return new Answer(truth, join(because, other.because), join(against, other.against),
            join(notMeasured, other.notMeasured), probes, all);
    }

    static List<Observation> join(List<Observation> one, List<Observation> other) {
        Set<Observation> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return Collections.unmodifiableList(new ArrayList<>(all));
    }
}
