package org.faultline.ui.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.diagnosis.Answer;
import org.faultline.diagnosis.Evidence;
import org.faultline.diagnosis.Node;
import org.faultline.diagnosis.Question;
import org.faultline.diagnosis.Tree;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.report.EvidenceLine;
import org.faultline.report.QuestionWords;
import org.faultline.report.Shown;
import org.faultline.report.Texts;
import org.faultline.report.TreeCaptions;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.State;

/** Finds what there is to say about a place of the tree; without a toolkit. */
public final class NodeDetailModel {

    private final TreeCaptions captions;
    private final Words words;
    private final Texts texts;

    public NodeDetailModel(Locale locale) {
        this.captions = TreeCaptions.of(locale);
        this.words = captions.words();
        this.texts = captions.texts();
    }

    /**
     * @param observations everything that was seen by now
     * @param os           for commands: {@code linux}, {@code windows} or {@code macos}
     */
    public Detail of(NodeRef ref, Diagnosis diagnosis, List<Observation> observations, String os) {
        return switch (ref) {
            case NodeRef.OfStage stage -> stage(stage.stage(), diagnosis);
            case NodeRef.InOrder end -> order(end, diagnosis);
            case NodeRef.OfQuestion question -> question(question, diagnosis, observations, os);
            case NodeRef.OfFault fault -> fault(fault, diagnosis, os);
            case NodeRef.Folded folded -> stage(folded.stage(), diagnosis);
        };
    }

    /** Why a question that was asked stayed unanswered, in one sentence; empty where nothing is known about it. */
    public Optional<String> whyUnknown(NodeRef.OfQuestion ref, List<Observation> observations) {
        List<Observation> missing = ref.answer().flatMap(truth -> again(ref, truth, observations)).map(Answer::notMeasured).orElse(List.of());
        return missing.stream().findFirst().map(seen -> EvidenceLine.sentence(seen, words)).or(() -> Optional.of(open(ref, missing).text()).filter(text -> !text.isEmpty()))
            .map(sentence -> sentence.matches(".*[.!?]") ? sentence : sentence + ".");
    }

    private Detail stage(Stage stage, Diagnosis diagnosis) {
        Optional<StageResult> result = result(stage, diagnosis);
        StageStatus status = result.map(StageResult::status).orElse(StageStatus.NOT_RUN);
        String explained = result.flatMap(StageResult::explainedBy)
            .map(fault -> texts.get("detail.explained", captions.fault(fault, Map.of()))).orElse("");
        List<Detail.Paragraph> text = paragraphs(new Detail.Paragraph("", explained),
            new Detail.Paragraph(texts.get("detail.what"), words.stageWhat(stage)), new Detail.Paragraph(texts.get("detail.why"), words.stageWhy(stage)));
        List<Observation> failed = result.stream().flatMap(found -> found.path().stream()).flatMap(step -> step.because().stream())
            .filter(Observation::failed).distinct().toList();
        return new Detail(texts.get("role.stage"), words.stageName(stage), State.of(status), words.status(status), text,
            groups(new Detail.Group(texts.get(status == StageStatus.OK || status == StageStatus.INFO ? "detail.failed.harmless" : "detail.failed"), failed)), List.of(), Optional.empty(), List.of());
    }

    private Detail order(NodeRef.InOrder end, Diagnosis diagnosis) {
        Detail stage = stage(end.stage(), diagnosis);
        String standing = texts.get(end.reached() ? "detail.order.reached" : "detail.not-reached");
        return new Detail(texts.get("role.end"), stage.title(), end.reached() ? State.GOOD : State.QUIET, standing, stage.text(), List.of(), List.of(),
            Optional.empty(), List.of());
    }

    private Detail question(NodeRef.OfQuestion ref, Diagnosis diagnosis, List<Observation> observations, String os) {
        Optional<Answer> answer = ref.answer().flatMap(truth -> again(ref, truth, observations));
        List<Observation> against = answer.map(Answer::against).orElse(List.of()).stream().filter(seen -> !ref.because().contains(seen)).toList();
        List<Observation> missing = answer.map(Answer::notMeasured).orElse(List.of());
        List<Detail.Group> evidence = groups(new Detail.Group(texts.get("detail.for"), ref.because()),
            new Detail.Group(texts.get("detail.against"), against), new Detail.Group(texts.get("detail.missing"), missing));
        Optional<QuestionWords> known = words.findQuestion(ref.question());
        List<Observation> all = Stream.of(ref.because(), against, missing).flatMap(List::stream).toList();
        return new Detail(texts.get("role.question"), captions.question(ref.question()), state(ref.answer()), standing(ref.answer()),
            paragraphs(open(ref, missing), new Detail.Paragraph(texts.get("detail.why"), known.map(QuestionWords::why).orElse(texts.get("detail.unknown-question")))),
            evidence, new Thresholds(texts).of(all), words.byHand(ref.question(), os, facts(ref.stage(), diagnosis, answer)), List.of());
    }

    /** An unknown always says why: by what could not be measured, or else by what there was nothing to ask of. */
    private Detail.Paragraph open(NodeRef.OfQuestion ref, List<Observation> missing) {
        boolean unexplained = ref.answer().equals(Optional.of(Truth.UNKNOWN)) && missing.isEmpty() && words.findQuestion(ref.question()).isPresent();
        String own = "unasked." + ref.question();
        return new Detail.Paragraph(texts.get("detail.unasked"), !unexplained ? "" : texts.get(texts.has(own) ? own : "unasked"));
    }

    private static State state(Optional<Truth> answer) {
        return answer.map(truth -> truth == Truth.UNKNOWN ? State.UNKNOWN : State.NEUTRAL).orElse(State.QUIET);
    }

    private String standing(Optional<Truth> answer) {
        return answer.map(truth -> texts.get("detail.answer", words.answer(truth))).orElseGet(() -> texts.get("detail.not-asked"));
    }

    /** What speaks against an answer is not kept in a report; the same question asked of the same observations tells it. */
    private static Optional<Answer> again(NodeRef.OfQuestion ref, Truth given, List<Observation> observations) {
        return Optional.ofNullable(Tree.of(ref.stage())).flatMap(root -> find(root, ref.question()))
            .map(question -> question.ask(Evidence.complete(observations))).filter(answer -> answer.truth() == given);
    }

    private static Optional<Question> find(Node node, String id) {
        if (node instanceof Node.Ask ask && ask.question().id().equals(id)) {
            return Optional.of(ask.question());
        }
        List<Node> below = new ArrayList<>(node.below());
        if (node instanceof Node.Ask ask) {
            below.removeIf(next -> next == ask.onward());
            Optional<Question> beside = below.stream().flatMap(next -> find(next, id, ask.onward()).stream()).findFirst();
            return beside.or(() -> find(ask.onward(), id));
        }
        return below.stream().flatMap(next -> find(next, id).stream()).findFirst();
    }

    /** As far as where the branch leads back. */
    private static Optional<Question> find(Node node, String id, Node end) {
        if (node == end) {
            return Optional.empty();
        }
        if (node instanceof Node.Ask ask) {
            return ask.question().id().equals(id) ? Optional.of(ask.question()) : ask.below().stream().filter(next -> next != ask.onward())
                .flatMap(next -> find(next, id, ask.onward()).stream()).findFirst().or(() -> find(ask.onward(), id, end));
        }
        return node.below().stream().flatMap(next -> find(next, id, end).stream()).findFirst();
    }

    private Detail fault(NodeRef.OfFault ref, Diagnosis diagnosis, String os) {
        Map<String, String> facts = ref.finding().map(Finding::facts).map(NodeDetailModel::readable).orElse(Map.of());
        boolean verdict = ref.finding().isPresent() && diagnosis.verdict().finding().equals(ref.finding());
        String standing = ref.finding().isEmpty() ? texts.get("detail.not-found")
            : texts.get(verdict ? "detail.verdict" : "detail.found", words.severity(ref.fault().severity()));
        List<Detail.Paragraph> text = paragraphs(new Detail.Paragraph("", words.summary(ref.fault(), facts)),
            new Detail.Paragraph(texts.get("detail.explanation"), words.explanation(ref.fault(), facts)));
        List<Detail.Group> evidence = ref.finding().map(finding -> groups(new Detail.Group(texts.get("detail.for.cause"), finding.because()),
            new Detail.Group(texts.get("detail.against"), finding.against()), new Detail.Group(texts.get("detail.missing"), finding.notMeasured())))
            .orElse(List.of());
        return new Detail(texts.get("role.cause"), words.title(ref.fault(), facts), ref.finding().isPresent() ? State.of(ref.fault().severity()) : State.QUIET,
            standing, text, evidence, new Thresholds(texts).of(ref.finding().map(Finding::because).orElse(List.of())), Optional.empty(),
            words.remedies(ref.fault(), os, facts));
    }

    /** Names for commands: those of what was found at this stage, then of anything found, then of the answer itself. */
    private static Map<String, String> facts(Stage stage, Diagnosis diagnosis, Optional<Answer> answer) {
        Map<String, String> facts = new LinkedHashMap<>();
        diagnosis.findings().forEach(finding -> finding.facts().forEach(facts::putIfAbsent));
        diagnosis.findings().stream().filter(finding -> finding.stage() == stage).forEach(finding -> facts.putAll(finding.facts()));
        answer.ifPresent(given -> facts.putAll(given.facts()));
        return readable(facts);
    }

    private static Map<String, String> readable(Map<String, String> facts) {
        Map<String, String> shown = new LinkedHashMap<>();
        facts.forEach((name, value) -> shown.put(name, Shown.address(value)));
        return shown;
    }

    private static Optional<StageResult> result(Stage stage, Diagnosis diagnosis) {
        return diagnosis.stages().stream().filter(result -> result.stage() == stage).findFirst();
    }

    private static List<Detail.Paragraph> paragraphs(Detail.Paragraph... all) {
        return Stream.of(all).filter(paragraph -> !paragraph.text().isBlank()).toList();
    }

    private static List<Detail.Group> groups(Detail.Group... all) {
        return Stream.of(all).filter(group -> !group.seen().isEmpty()).toList();
    }
}
