package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.model.Cause.COMPETING;
import static org.faultline.model.Cause.ELSEWHERE;
import static org.faultline.model.Fault.HOSTS_FILE_OVERRIDES;
import static org.faultline.model.Fault.HOSTS_FILE_UNREADABLE;
import static org.faultline.model.Fault.LOCALHOST_EXTRA;
import static org.faultline.model.Fault.LOCALHOST_MISSING;
import static org.faultline.model.Fault.LOCALHOST_WRONG;
import static org.faultline.model.Fault.NAME_ORDER_BROKEN;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/** Does the name localhost lead to this computer, and do its hosts file and name look-up serve other names as they should? */
final class Localhost {

    static final Step STEPS = sequence(
        ask("hosts-file-readable", e -> file(e).allPassed()).no(note(HOSTS_FILE_UNREADABLE)),
        ask("name-order-complete", e -> e.by("name-order").allPassed()).no(note(NAME_ORDER_BROKEN)),
        ask("localhost-known", Localhost::known).no(note(LOCALHOST_MISSING)),
        ask("localhost-only-here", e -> leads(e, COMPETING).not()).no(note(LOCALHOST_EXTRA)),
        ask("hosts-file-overrides-none", Localhost::overridesNone).no(note(HOSTS_FILE_OVERRIDES)),
        ask("localhost-leads-here", e -> leads(e, ELSEWHERE).not()).no(conclude(LOCALHOST_WRONG)));

    private Localhost() { }

    private static Seen file(Evidence evidence) {
        return evidence.by("hosts-file").target("hosts file");
    }

    /** What an unreadable file or a look-up that skips it brings about is not reported a second time. */
    private static Answer known(Evidence evidence) {
        boolean explained = !file(evidence).failed().isEmpty() || !evidence.by("name-order").failed().isEmpty();
        return explained ? Answer.unknown(List.of()) : byResolverElseFile(evidence, Localhost::leadsSomewhere);
    }

    private static boolean leadsSomewhere(Observation seen) {
        return seen.passed() || seen.failedWith(COMPETING, ELSEWHERE);
    }

    private static Answer leads(Evidence evidence, Cause cause) {
        Answer answer = byResolverElseFile(evidence, seen -> seen.failedWith(cause));
        return answer.truth() == Truth.YES ? answer.with("address", words(answer, "foreign")) : answer;
    }

    /** What programs get from the system counts; only where that could not be measured, what the file says. */
    private static Answer byResolverElseFile(Evidence evidence, Predicate<Observation> condition) {
        Answer resolver = evidence.by("localhost-name").any(condition);
        return resolver.isFinal() && resolver.truth() == Truth.UNKNOWN
            ? evidence.by("hosts-file").target("localhost").any(condition) : resolver;
    }

    private static Answer overridesNone(Evidence evidence) {
        Answer answer = evidence.by("hosts-file").target("public names").allPassed();
        return answer.truth() == Truth.NO ? answer.with("value", words(answer, "names")) : answer;
    }

    private static String words(Answer answer, String list) {
        return answer.because().stream().flatMap(seen -> seen.list(list).stream()).map(Objects::toString).distinct()
            .collect(Collectors.joining(", "));
    }
}
