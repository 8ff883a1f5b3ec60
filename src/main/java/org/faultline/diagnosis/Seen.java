package org.faultline.diagnosis;

import static java.util.function.Predicate.not;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * A selection of observations, and the ways in which a question may read it. Every reading keeps the three answers apart:
 * what was not measured never becomes a yes or a no.
 *
 * @param awaiting probes that may still add to the selection
 */
public record Seen(List<Observation> observations, Set<String> awaiting) {

    public Seen {
        observations = List.copyOf(observations);
        awaiting = Set.copyOf(awaiting);
    }

    public Seen where(Predicate<Observation> condition) {
        return new Seen(observations.stream().filter(condition).toList(), awaiting);
    }

    public Seen target(String target) {
        return where(observation -> observation.target().equals(target));
    }

    public Seen and(Seen other) {
        Set<String> both = new LinkedHashSet<>(awaiting);
        both.addAll(other.awaiting);
        return new Seen(Answer.join(observations, other.observations), both);
    }

    public boolean complete() {
        return awaiting.isEmpty();
    }

    public List<Observation> passed() {
        return observations.stream().filter(Observation::passed).toList();
    }

    public List<Observation> failed() {
        return observations.stream().filter(Observation::failed).toList();
    }

    public List<Observation> unmeasured() {
        return observations.stream().filter(Observation::unmeasured).toList();
    }

    public Optional<Observation> first() {
        return observations.stream().findFirst();
    }

    /** Yes once one passed; no when all ended, none passed and at least one failed. */
    public Answer anyPassed() {
        return any(Observation::passed);
    }

    /** No once one failed; yes when all ended, none failed and at least one passed. */
    public Answer allPassed() {
        return any(Observation::failed).not();
    }

    /** Yes once one failed in one of these ways (in any way if none is named). */
    public Answer anyFailed(Cause... causes) {
        return any(causes.length == 0 ? Observation::failed : observation -> observation.failedWith(causes));
    }

    /** Yes when all ended and every measured one failed in one of these ways (in any way if none is named). */
    public Answer allFailed(Cause... causes) {
        Predicate<Observation> matches = causes.length == 0 ? Observation::failed : observation -> observation.failedWith(causes);
        return any(not(matches)).not();
    }

    /** Whether a measured observation (passed or failed) meets the condition; those that were not measured are left out. */
    public Answer any(Predicate<Observation> condition) {
        List<Observation> measured = observations.stream().filter(not(Observation::unmeasured)).toList();
        List<Observation> matching = measured.stream().filter(condition).toList();
        List<Observation> others = measured.stream().filter(not(condition)).toList();
        if (!matching.isEmpty()) {
            return new Answer(Truth.YES, matching, others, unmeasured(), Set.of(), Map.of());
        }
        if (!complete()) {
            return Answer.awaiting(awaiting);
        }
        return measured.isEmpty()
            ? Answer.unknown(unmeasured())
            : new Answer(Truth.NO, others, List.of(), unmeasured(), Set.of(), Map.of());
    }

    /** Whether, once all have ended, every measured observation meets the condition; unknown when none was measured. */
    public Answer every(Predicate<Observation> condition) {
        return any(not(condition)).not();
    }

    /** Judges the whole selection once it is complete and holds at least one measured observation. */
    public Answer judge(Predicate<Seen> condition) {
        if (!complete()) {
            return Answer.awaiting(awaiting);
        }
        List<Observation> measured = observations.stream().filter(not(Observation::unmeasured)).toList();
        return measured.isEmpty()
            ? Answer.unknown(unmeasured())
            : new Answer(Truth.of(condition.test(this)), measured, List.of(), unmeasured(), Set.of(), Map.of());
    }
}
