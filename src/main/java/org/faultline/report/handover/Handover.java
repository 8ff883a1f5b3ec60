package org.faultline.report.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Conversation;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Report;

/**
 * What a handover code says: the verdict and the state of each stage, and, from a QR picture, also the questions that led there and
 * the key facts. It holds no observations; its findings rest on none.
 *
 * @param toolVersion of the program that made the code
 * @param started     when the check began, to the minute; only in a QR picture
 * @param os          {@code linux}, {@code windows}, {@code macos} or {@code other}; empty from a spoken code
 * @param diagnosis   the verdict, the findings and the stages, with their paths where the code holds them
 * @param facts       key facts of the machine, such as {@code gateway}; empty from a spoken code
 * @param pathDigest  a small number made of all answers, by which a code can be matched with a full report
 * @param cut         whether facts were left out because they did not fit
 */
public record Handover(Source source, String toolVersion, Optional<Instant> started, String os, Diagnosis diagnosis, Map<String, String> facts,
                       int pathDigest, boolean redacted, boolean cut) {

    /** Before the number of a question that a later version asked. */
    static final String NAMELESS = "question-";

    public Handover {
        facts = Map.copyOf(facts);
    }

    public enum Source { QR, SPOKEN }

    /** Whether the way through the tree is in it. */
    public boolean hasPath() {
        return source == Source.QR;
    }

    /**
     * Whether the digest is that of the report: (1) no step was left out, which comes last of all, when no fact is left, and (2) this version
     * knows the name of each question.
     */
    public boolean hasDigest() {
        boolean noStepLeftOut = !cut || !facts.isEmpty() || diagnosis.verdict().finding().filter(finding -> !finding.facts().isEmpty()).isPresent();
        boolean allNamed = diagnosis.stages().stream().flatMap(stage -> stage.path().stream()).noneMatch(step -> step.question().startsWith(NAMELESS));
        return noStepLeftOut && allNamed;
    }

    /** The fault behind the verdict, if there is one. */
    public Optional<Fault> fault() {
        return diagnosis.verdict().finding().map(Finding::fault);
    }

    /** As a report without observations, so that everything that shows a report can show it. */
    public Report report() {
        return new Report(toolVersion, started.orElse(Instant.EPOCH), diagnosis.verdict().at(), KeyFacts.machine(facts, os), diagnosis, List.of(),
            Conversation.QUICK, redacted, Optional.empty());
    }

    Handover withDigest(int digest) {
        return new Handover(source, toolVersion, started, os, diagnosis, facts, digest, redacted, cut);
    }
}
