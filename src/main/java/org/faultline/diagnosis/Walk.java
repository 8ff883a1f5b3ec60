package org.faultline.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;

/**
 * Follows one stage's tree as far as the evidence carries, and keeps what was met on the way.
 *
 * <p>Here, and not in the questions, stands the guard of the whole program: a fault or a warning needs at least one failed
 * observation behind it. A conclusion without one is dropped, and the stage counts as not measured. The same for people: they are heard
 * only while the last thing that was measured left its question open, so what they say can settle an unknown and never overrules anything.
 */
final class Walk {

    private final Stage stage;
    private final Evidence evidence;
    private final List<StageResult.Step> path = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> facts = new HashMap<>();
    private final Set<Observation> unmeasured = new LinkedHashSet<>();
    private final Set<Observation> failuresMet = new LinkedHashSet<>();
    private final Set<PersonQuestion> toAsk = new LinkedHashSet<>();
    private Optional<Answer> last = Optional.empty();
    private boolean measurementOpen;
    private Optional<Fault> conclusion = Optional.empty();
    private boolean reported;
    private boolean guarded;

    private Walk(Stage stage, Evidence evidence) {
        this.stage = stage;
        this.evidence = evidence;
        facts.putAll(Ground.of(evidence));
    }

    /**
     * Walks the stage. Where an answer awaits probes, the walk stops there; {@code cutShort} says that nothing more will come.
     */
    static Walked follow(Stage stage, Evidence evidence, boolean cutShort) {
        return follow(stage, Tree.of(stage), evidence, cutShort);
    }

    static Walked follow(Stage stage, Node tree, Evidence evidence, boolean cutShort) {
        Walk walk = new Walk(stage, evidence);
        Set<String> awaiting = walk.from(tree);
        boolean decided = awaiting.isEmpty();
        return new Walked(stage, walk.path, walk.findings, walk.conclusion, walk.guarded, decided, cutShort ? Set.of() : awaiting, walk.toAsk);
    }

    /** What could not be measured anywhere in the run, found at the stage at which it ended. */
    static List<Finding> followUnmeasured(Stage stage, Evidence evidence) {
        Walk walk = new Walk(stage, evidence);
        walk.from(Tree.unmeasured());
        return walk.findings;
    }

    /** @return the probes that must end before the walk can go on; empty when it came to an end */
    private Set<String> from(Node start) {
        Node node = start;
        while (true) {
            switch (node) {
                case Node.Ask ask when ask.question().person().isPresent() -> node = hear(ask, ask.question().person().get());
                case Node.Ask ask -> {
                    Answer answer = ask.question().ask(evidence);
                    if (!answer.isFinal()) {
                        return answer.awaiting();
                    }
                    measurementOpen = answer.truth() == Truth.UNKNOWN;
                    remember(ask.question(), answer);
                    node = ask.on(answer.truth());
                }
                case Node.Note(Fault fault, Node next) -> {
                    report(fault);
                    failuresMet.clear();
                    reported = true;
                    node = next;
                }
                case Node.Conclude(Fault fault) -> {
                    report(fault);
                    conclusion = Optional.of(fault);
                    return Set.of();
                }
                case Node.Pass _ -> {
                    return Set.of();
                }
            }
        }
    }

    /** Where the way goes on after a question to a person; nobody is kept waiting for an answer. */
    private Node hear(Node.Ask ask, PersonQuestion question) {
        if (!measurementOpen) {
            return ask.unknown();
        }
        if (evidence.told(question).isEmpty()) {
            toAsk.add(question);
            return ask.unknown();
        }
        Answer answer = ask.question().ask(evidence);
        remember(ask.question(), answer);
        return ask.on(answer.truth());
    }

    private void remember(Question question, Answer answer) {
        path.add(new StageResult.Step(question.id(), answer.truth(), answer.because()));
        facts.putAll(answer.facts());
        unmeasured.addAll(answer.notMeasured());
        last.filter(_ -> !reported).ifPresent(earlier -> earlier.because().stream().filter(Observation::failed).forEach(failuresMet::add));
        last = Optional.of(answer);
        reported = false;
    }

    private void report(Fault fault) {
        Answer answer = last.orElseThrow(() -> new IllegalStateException(fault + " stands in the tree without a question"));
        Set<Observation> because = new LinkedHashSet<>(failuresMet);
        because.addAll(answer.truth() == Truth.UNKNOWN ? answer.notMeasured() : answer.because());
        boolean accuses = fault.severity() == Severity.FAULT || fault.severity() == Severity.WARNING;
        if (accuses && because.stream().noneMatch(Observation::failed)) {
            guarded = true;
            return;
        }
        if (findings.stream().anyMatch(finding -> finding.fault() == fault)) {
            return;
        }
        because.addAll(Background.bearing(fault, evidence));
        findings.add(new Finding(fault, stage, List.copyOf(because), Answer.join(answer.against(), Background.against(fault, evidence)),
            List.copyOf(unmeasured), facts, Duration.ZERO));
    }

    /**
     * What came of a walk.
     *
     * @param conclusion the fault, or the reason why nothing could be measured, that ended it
     * @param guarded  an accusation was dropped because nothing failed
     * @param decided  the walk came to an end by itself
     * @param awaiting probes it waits for
     * @param toAsk    questions it came by that a person could answer and nobody has yet
     */
    record Walked(Stage stage, List<StageResult.Step> path, List<Finding> findings, Optional<Fault> conclusion, boolean guarded,
                  boolean decided, Set<String> awaiting, Set<PersonQuestion> toAsk) {

        /** It ended because nothing could be measured, or on an accusation without evidence. */
        boolean hindered() {
            return guarded || conclusion.filter(fault -> fault.severity() == Severity.NOT_MEASURED).isPresent();
        }

        Optional<Finding> fault() {
            return findings.stream().filter(finding -> finding.severity() == Severity.FAULT).findFirst();
        }
    }
}
