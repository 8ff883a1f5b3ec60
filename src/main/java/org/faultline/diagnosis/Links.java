package org.faultline.diagnosis;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * Which of several links is to blame when none is usable: (1) one that has an address, since that is the one in use; then
 * (2) the one that came furthest: live but without an address, radio off, not joined, no carrier, switched off.
 */
final class Links {

    private static final String[] STEPS = {"adapters", "wifi", "carrier", "address"};
    /** Which probe sees that a link fails in this way, for each way that is asked about. */
    private static final Map<Cause, String> SEEN_BY = Map.of(Cause.DISABLED, "adapters", Cause.RADIO_OFF, "adapters", Cause.NOT_ASSOCIATED, "wifi",
        Cause.NO_CARRIER, "carrier", Cause.DUPLICATE, "address", Cause.LINK_LOCAL_ONLY, "address");
    private static final List<Cause> FURTHEST_FIRST = List.of(Cause.DUPLICATE, Cause.LINK_LOCAL_ONLY, Cause.MISSING, Cause.RADIO_OFF,
        Cause.NOT_ASSOCIATED, Cause.NO_CARRIER, Cause.DISABLED);

    private Links() { }

    /** Yes once one link is switched on, live and addressed. */
    static Answer someUsable(Evidence e) {
        Seen seen = e.by(STEPS);
        for (String link : names(e)) {
            if (usable(e, link)) {
                return Answer.of(Truth.YES, seen.target(link).passed()).with("interface", link);
            }
        }
        if (!seen.complete()) {
            return Answer.awaiting(seen.awaiting());
        }
        return culprit(e).map(found -> Answer.of(Truth.NO, List.of(found)).with("interface", found.target()))
            .orElse(Answer.unknown(seen.unmeasured()));
    }

    /** Whether the link to blame failed in this way, one of {@link #SEEN_BY}. Where it did not, the answer rests on what was seen of it in that respect, which may be nothing. */
    static Answer culpritIs(Evidence e, Cause cause) {
        return culprit(e).map(found -> found.failedWith(cause) ? Answer.of(Truth.YES, List.of(found))
            : Answer.of(Truth.NO, inOrder(e, found.target(), cause))).orElse(Answer.unknown(List.of()));
    }

    /** What shows that a link did not fail in this way: a wire has no radio to be off, so nothing does. */
    private static List<Observation> inOrder(Evidence e, String link, Cause cause) {
        boolean wired = e.by("wifi").target(link).observations().isEmpty();
        return cause == Cause.RADIO_OFF && wired ? List.of() : e.by(SEEN_BY.get(cause)).target(link).passed();
    }

    /**
     * Whether the link in use, or else the one to blame, is live: (1) its carrier or its Wi-Fi was seen, or (2) something came back over it.
     * Unknown where neither was seen; that a link is dead is a question of its own.
     */
    static Answer live(Evidence e) {
        Set<String> links = names(e).stream().filter(link -> usable(e, link)).collect(Collectors.toCollection(LinkedHashSet::new));
        if (links.isEmpty()) {
            culprit(e).map(Observation::target).ifPresent(links::add);
        }
        Seen seen = e.by("carrier", "wifi").where(each -> links.contains(each.target()));
        if (!seen.passed().isEmpty()) {
            return Answer.of(Truth.YES, seen.passed());
        }
        if (!seen.complete()) {
            return Answer.awaiting(seen.awaiting());
        }
        Answer back = Reach.somethingComesBack(e);
        return !back.isFinal() || back.truth() == Truth.YES ? back : Answer.unknown(seen.unmeasured());
    }

    private static Set<String> names(Evidence e) {
        Set<String> names = new LinkedHashSet<>();
        e.by("adapters").observations().forEach(seen -> names.add(seen.target()));
        return names;
    }

    /** What could not be measured of a link (its carrier, its Wi-Fi) is not held against it once nothing more will come. */
    private static boolean usable(Evidence e, String link) {
        boolean addressed = !e.by("address").target(link).passed().isEmpty();
        Seen others = e.by("adapters", "wifi", "carrier");
        boolean live = !e.by("carrier").target(link).passed().isEmpty() || others.complete();
        return addressed && live && others.target(link).failed().isEmpty();
    }

    private static Optional<Observation> culprit(Evidence e) {
        return names(e).stream().flatMap(link -> firstFailure(e, link).stream())
            .min(Comparator.comparing((Observation seen) -> e.by("address").target(seen.target()).passed().isEmpty())
                .thenComparing(seen -> FURTHEST_FIRST.indexOf(seen.cause())));
    }

    private static Optional<Observation> firstFailure(Evidence e, String link) {
        return List.of(STEPS).stream().flatMap(step -> e.by(step).target(link).failed().stream()).findFirst();
    }
}
