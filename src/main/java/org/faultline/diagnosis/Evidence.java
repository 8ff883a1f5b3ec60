package org.faultline.diagnosis;

import static java.util.function.Predicate.not;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Observation;

/**
 * The observations of a run so far, as the questions read them: by probe. A probe whose name is in {@code running} may still add
 * to them, so an answer that depends on what it did not see yet is not final.
 */
public final class Evidence {

    private final List<Observation> observations;
    private final Map<String, List<Observation>> byProbe;
    private final Map<String, Observation> toldByQuestion;
    private final Set<String> running;

    /** @param running probes that have not ended, whether started or not; all others count as complete */
    public Evidence(List<Observation> observations, Set<String> running) {
        this.observations = List.copyOf(observations);
        this.byProbe = observations.stream().filter(not(PersonQuestion::isTold)).collect(Collectors.groupingBy(Observation::probe));
        this.toldByQuestion = observations.stream().filter(PersonQuestion::isTold)
            .collect(Collectors.toMap(Observation::target, told -> told, (_, later) -> later));
        this.running = Set.copyOf(running);
    }

    /** Evidence to which nothing will be added, as in a saved report. */
    public static Evidence complete(List<Observation> observations) {
        return new Evidence(observations, Set.of());
    }

    public List<Observation> all() {
        return observations;
    }

    /** The latest answer of a person; no question reads it but the one that was put to them. */
    Optional<Observation> told(PersonQuestion question) {
        return Optional.ofNullable(toldByQuestion.get(question.id()));
    }

    /** Everything that these probes have seen so far. */
    public Seen by(String... probes) {
        List<Observation> seen = List.of(probes).stream()
            .flatMap(probe -> byProbe.getOrDefault(probe, List.of()).stream()).toList();
        Set<String> open = new LinkedHashSet<>(List.of(probes));
        open.retainAll(running);
        return new Seen(seen, open);
    }
}
