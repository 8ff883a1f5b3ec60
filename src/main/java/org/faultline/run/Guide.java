package org.faultline.run;

import static java.util.function.Predicate.not;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.faultline.diagnosis.Background;
import org.faultline.diagnosis.Evidence;
import org.faultline.diagnosis.Judgement;
import org.faultline.diagnosis.Moments;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Conversation;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;

/**
 * A guided session as it stands: one step a stage and one for the verdict, what was measured and told so far, and where the person is.
 * Immutable; every move makes the next one. Which step comes next is the tree's choice: after a fault that explains what lies beyond, the
 * verdict; else the next stage. Going back, skipping and stopping is the person's.
 *
 * @param id       names it among the saved sessions
 * @param stages   its steps but the last, in order
 * @param at       the step that is shown; {@code stages.size()} is the verdict
 * @param measured stages that were measured
 * @param declined questions that were passed over
 * @param leg      all that was seen and told so far
 * @param closed   whether the person is done with it
 * @param draft    a note that is still being written
 */
public record Guide(String id, List<Stage> stages, int at, Set<Stage> measured, Set<PersonQuestion> declined, Leg leg, boolean closed, String draft) {

    /** Of a note or a ticket number; longer ones are cut. */
    public static final int LONGEST_TEXT = 10_000;

    public Guide {
        stages = List.copyOf(stages);
        at = Math.clamp(at, 0, stages.size());
        measured = Set.copyOf(measured);
        declined = Set.copyOf(declined);
    }

    /** What the person is best asked to do now. */
    public enum Move { MEASURE, ANSWER, NEXT, ACT }

    /** A session in which nothing was measured yet. */
    public static Guide begin(String id, List<Stage> stages, Instant at) {
        Conversation conversation = Timeline.plus(new Conversation(Conversation.Mode.GUIDED, "", List.of(), List.of(), List.of(), List.of()),
            at, Timeline.USER, "session-started", "");
        Judgement.Judged nothing = Judgement.judge(Evidence.complete(List.of()), Set.of(), Moments.once(Duration.ZERO));
        Report report = new Report(Version.CURRENT, at, Duration.ZERO, Map.of(), nothing.diagnosis(), List.of(), conversation);
        return new Guide(id, stages, 0, Set.of(), Set.of(), new Leg(report, Set.of()), false, "");
    }

    public Report report() {
        return leg.report();
    }

    public Conversation conversation() {
        return report().conversation();
    }

    /** The stage of the step that is shown; empty at the verdict. */
    public Optional<Stage> stage() {
        return at < stages.size() ? Optional.of(stages.get(at)) : Optional.empty();
    }

    public boolean atVerdict() {
        return at == stages.size();
    }

    public boolean isMeasured(Stage stage) {
        return measured.contains(stage);
    }

    /** How a stage came out; empty while it was not measured. */
    public Optional<StageResult> result(Stage stage) {
        return report().diagnosis().stages().stream().filter(result -> result.stage() == stage && isMeasured(stage)).findFirst();
    }

    /** The stages to judge when this step is measured: those measured so far and its own. */
    public Set<Stage> toMeasure() {
        Set<Stage> judged = EnumSet.noneOf(Stage.class);
        judged.addAll(measured);
        stage().ifPresent(judged::add);
        return judged;
    }

    /** What only a person can answer, and has not yet: at a stage, what no probe could settle; at the verdict also what a helpdesk would ask. */
    public List<PersonQuestion> questions() {
        Set<PersonQuestion> open = new LinkedHashSet<>();
        if (stage().map(measured::contains).orElse(!measured.isEmpty())) {
            open.addAll(Stepwise.toAsk(report()));
            if (atVerdict()) {
                open.addAll(Background.after(report().diagnosis()));
            }
        }
        return open.stream().filter(not(declined::contains)).filter(question -> answer(question).isEmpty()).toList();
    }

    /** What the person has said to a question. */
    public Optional<Truth> answer(PersonQuestion question) {
        return report().observations().stream().filter(seen -> PersonQuestion.isTold(seen) && seen.target().equals(question.id()))
            .map(PersonQuestion::answerIn).findFirst();
    }

    /** What to do now, chosen from what was measured and told. */
    public Move move() {
        if (stage().filter(not(measured::contains)).isPresent()) {
            return Move.MEASURE;
        }
        if (!Stepwise.toAsk(report()).stream().filter(not(declined::contains)).toList().isEmpty()) {
            return Move.ANSWER;
        }
        return atVerdict() ? Move.ACT : Move.NEXT;
    }

    /** The finding after which nothing further out needs to be measured, where there is one. */
    public Optional<Finding> explanation() {
        return report().diagnosis().findings().stream().filter(finding -> Judgement.explainsWhatLiesBeyond(finding.fault())).findFirst();
    }

    /** Whether a fault before this stage makes it needless to measure it. */
    public boolean explains(Stage stage) {
        return !isMeasured(stage) && explanation().filter(finding -> finding.stage().compareTo(stage) < 0).isPresent();
    }

    /** To where the tree leads from here: the next stage, or the verdict. */
    public Guide next(Instant when) {
        boolean explained = explanation().isPresent() && stage().filter(measured::contains).isPresent();
        return goTo(explained ? stages.size() : at + 1, when);
    }

    public Guide back(Instant when) {
        return goTo(at - 1, when);
    }

    /** Leaves this step out. */
    public Guide skip(Instant when) {
        return stage().filter(not(measured::contains)).map(stage -> told("stage-skipped", stage.id(), when)).orElse(this).goTo(at + 1, when);
    }

    private Guide goTo(int step, Instant when) {
        if (step < 0 || step > stages.size()) {
            return this;
        }
        String about = step == stages.size() ? "verdict" : stages.get(step).id();
        return new Guide(id, stages, step, measured, declined, leg, closed, draft).told("step-opened", about, when);
    }

    /** The shown stage was measured; the conversation of this session stays. */
    public Guide measured(Leg seen, Instant when) {
        Set<Stage> all = toMeasure();
        Guide now = new Guide(id, stages, at, all, declined, new Leg(seen.report().with(conversation()), seen.done()), closed, draft);
        return now.program("stage-measured", stage().map(Stage::id).orElse("verdict"), when);
    }

    /** An answer led to something that was not measured yet. */
    public Guide settled(Leg seen) {
        return new Guide(id, stages, at, measured, declined, new Leg(seen.report().with(conversation()), seen.done()), closed, draft);
    }

    /** A person's answer, judged at once. */
    public Guide answered(PersonQuestion question, Truth answer, Instant when) {
        Guide told = with(conversation -> Timeline.answered(conversation, question.id(), answer, when));
        return new Guide(id, stages, at, measured, declined, Stepwise.answered(told.leg, question, answer, when), closed, draft);
    }

    /** The person passes over a question. */
    public Guide declined(PersonQuestion question, Instant when) {
        Set<PersonQuestion> more = new LinkedHashSet<>(declined);
        more.add(question);
        return new Guide(id, stages, at, measured, more, leg, closed, draft).told("question-skipped", question.id(), when);
    }

    /** A note at this step; a blank one is none. */
    public Guide noted(String text, Instant when) {
        String note = cut(text);
        return note.isEmpty() ? this : with(conversation -> Timeline.noted(conversation, stage(), note, when)).drafted("");
    }

    /** What is being written and is no note yet, so that it outlasts a crash too. */
    public Guide drafted(String text) {
        String kept = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return new Guide(id, stages, at, measured, declined, leg, closed, kept);
    }

    /** The number of the helpdesk's ticket. */
    public Guide ticket(String number) {
        return with(conversation -> Timeline.ticket(conversation, cut(number)));
    }

    /** A step of what to do was taken. */
    public Guide tried(String who, String code, int number, Instant when) {
        return with(conversation -> Timeline.plus(conversation, when, who, "remedy-tried", code + " " + number));
    }

    /** Checked again: before and after stand in the conversation, and the verdict is shown. */
    public Guide checkedAgain(Recheck.Rechecked again, Instant when) {
        Conversation told = Timeline.checkedAgain(conversation(), report(), again.report(), again.from(), when);
        Leg after = new Leg(again.report().with(told), again.leg().done());
        return new Guide(id, stages, stages.size(), Set.copyOf(stages), Set.of(), after, closed, draft);
    }

    /** The person is done with it; it stays on the disk and is not opened again by itself. */
    public Guide close(Instant when) {
        return new Guide(id, stages, at, measured, declined, leg, true, draft).told("session-closed", "", when);
    }

    /** A finished session is taken up again, where it was. */
    public Guide reopen(Instant when) {
        return new Guide(id, stages, at, measured, declined, leg, false, draft).told("session-reopened", "", when);
    }

    private Guide told(String what, String about, Instant when) {
        return with(conversation -> Timeline.plus(conversation, when, Timeline.USER, what, about));
    }

    private Guide program(String what, String about, Instant when) {
        return with(conversation -> Timeline.plus(conversation, when, Timeline.PROGRAM, what, about));
    }

    private Guide with(UnaryOperator<Conversation> change) {
        return new Guide(id, stages, at, measured, declined, new Leg(report().with(change.apply(conversation())), leg.done()), closed, draft);
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST_TEXT ? stripped : stripped.substring(0, LONGEST_TEXT);
    }
}
