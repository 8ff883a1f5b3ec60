package org.faultline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.faultline.model.Fault;
import org.faultline.model.Remedy;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercise;
import org.faultline.practice.Exercises;
import org.faultline.practice.Probing;
import org.faultline.report.EvidenceLine;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** The talk with somebody who practises: lists, questions, answers, and what came of it. The end of the input ends it. */
final class PracticeTalk {

    private static final int EVIDENCE_SHOWN = 3;
    private static final String LEAVE = "q";
    private static final String BACK = "z";

    private final Dialogue dialogue;
    private final Locale locale;
    private final Texts texts;
    private final Words words;
    /** The best points that each exercise was solved with. */
    private final Map<String, Integer> points = new HashMap<>();

    PracticeTalk(Dialogue dialogue, Locale locale) {
        this.dialogue = dialogue;
        this.locale = locale;
        this.texts = new Texts("practice", locale);
        this.words = new Words(locale);
    }

    /** What there is to choose from. */
    void list() {
        dialogue.say(texts.get("intro"));
        String level = "";
        int number = 0;
        for (String id : Exercises.ids()) {
            String next = texts.get("level." + Exercises.level(id).id());
            if (!next.equals(level)) {
                dialogue.blank();
                dialogue.say(next);
                level = next;
            }
            String done = points.containsKey(id) ? "  (" + texts.get("done", points.get(id)) + ")" : "";
            dialogue.say("%4d  ".formatted(++number), texts.get("exercise." + id + ".title") + done);
        }
        dialogue.blank();
    }

    /** One exercise after the other, as chosen. */
    void all() {
        int most = Exercises.ids().size();
        boolean more = true;
        while (more) {
            list();
            Optional<Integer> chosen = answer("prompt.list", typed -> number(typed, most).isPresent()).flatMap(typed -> number(typed, most));
            chosen.ifPresentOrElse(number -> one(Exercises.ids().get(number - 1)), () -> dialogue.say(texts.get("bye")));
            more = chosen.isPresent() && answer("prompt.after", _ -> true).isPresent();
        }
    }

    /** Leads through one exercise; leaves it where the learner does. */
    void one(String id) {
        Exercise exercise = Exercises.open(id);
        dialogue.blank();
        dialogue.say(texts.get("exercise." + id + ".title").toUpperCase(locale) + "  (" + texts.get("level." + exercise.level().id()) + ")");
        dialogue.blank();
        dialogue.say(texts.get("exercise." + id + ".complaint"));
        Optional<Attempt> ended = ask(Attempt.at(exercise));
        ended.ifPresent(attempt -> {
            if (attempt.isRight()) {
                points.merge(id, attempt.score(), Math::max);
            }
            tell(attempt);
        });
    }

    /** The attempt as it ended; empty where the learner left it. */
    private Optional<Attempt> ask(Attempt begun) {
        Optional<Attempt> attempt = Optional.of(begun);
        while (attempt.filter(open -> open.naming().isEmpty()).isPresent()) {
            attempt = move(attempt.get());
        }
        return attempt;
    }

    /** One question more, or the name, or back again; empty where the learner leaves. */
    private Optional<Attempt> move(Attempt attempt) {
        offer(attempt);
        List<Probing> offered = attempt.offered();
        return answer("prompt.ask", typed -> typed.equals("n") || number(typed, offered.size()).isPresent())
            .flatMap(typed -> number(typed, offered.size()).map(number -> Optional.of(asked(attempt, offered.get(number - 1)))).orElseGet(() -> name(attempt)));
    }

    private void offer(Attempt attempt) {
        dialogue.blank();
        dialogue.say(texts.get("ask"));
        Optional<Stage> stage = Optional.empty();
        for (int at = 0; at < attempt.offered().size(); at++) {
            Probing probing = attempt.offered().get(at);
            if (!stage.equals(Optional.of(probing.stage()))) {
                stage = Optional.of(probing.stage());
                dialogue.say("  ", words.stageName(probing.stage()));
            }
            String known = attempt.asked().contains(probing) ? "  -> " + words.answer(probing.step().answer()) : "";
            dialogue.say("%6d  ".formatted(at + 1), words.question(probing.step().question()).text() + known);
        }
    }

    private Attempt asked(Attempt attempt, Probing probing) {
        dialogue.blank();
        dialogue.say("  ", step(probing.step()));
        if (!probing.measured()) {
            dialogue.say("    ", texts.get("not.measured"));
        }
        probing.step().because().stream().limit(EVIDENCE_SHOWN).forEach(seen -> dialogue.say("    ", EvidenceLine.sentence(seen, words)));
        return attempt.ask(probing);
    }

    /** The attempt with its name, or as it was; empty where the learner leaves. */
    private Optional<Attempt> name(Attempt attempt) {
        List<Optional<Fault>> names = attempt.names();
        dialogue.blank();
        dialogue.say(texts.get("name"));
        for (int at = 0; at < names.size(); at++) {
            dialogue.say("     " + (char) ('a' + at) + "  ", names.get(at).map(fault -> words.title(fault, Map.of())).orElseGet(() -> texts.get("name.nothing")));
        }
        return answer("prompt.name", typed -> typed.equals(BACK) || letter(typed, names.size()).isPresent())
            .map(typed -> letter(typed, names.size()).map(at -> attempt.name(names.get(at))).orElse(attempt));
    }

    private void tell(Attempt attempt) {
        Exercise exercise = attempt.exercise();
        Telling telling = Telling.of(exercise.report(), locale);
        dialogue.blank();
        dialogue.say(texts.get(attempt.words())
            + " " + texts.get("score", attempt.score()) + ". " + detours(attempt));
        dialogue.blank();
        dialogue.say(texts.get("conclusion"));
        dialogue.say("  ", telling.title() + ".");
        dialogue.say("  ", telling.summary());
        way(exercise);
        if (!attempt.missed().isEmpty()) {
            dialogue.blank();
            dialogue.say(texts.get("missed"));
            attempt.missed().forEach(probing -> dialogue.say("  ", step(probing.step())));
        }
        exercise.report().diagnosis().verdict().finding().ifPresent(finding -> {
            dialogue.blank();
            dialogue.say(texts.get("explanation"));
            dialogue.say("  ", telling.explanation(finding));
            dialogue.blank();
            dialogue.say(texts.get("todo"));
            telling.remedies(finding).stream().map(Remedy::text).forEach(text -> dialogue.say("  ", text));
        });
        dialogue.blank();
    }

    private String detours(Attempt attempt) {
        return switch (attempt.detours()) {
            case 0 -> texts.get("detours.none");
            case 1 -> texts.get("detours.one");
            default -> texts.get("detours.many", attempt.detours());
        };
    }

    /** The questions of the stage in which the fault lies, up to it. */
    private void way(Exercise exercise) {
        exercise.report().diagnosis().verdict().finding().ifPresent(finding -> {
            dialogue.blank();
            dialogue.say(texts.get("why") + ": " + words.stageName(finding.stage()));
            exercise.report().diagnosis().stages().stream().filter(stage -> stage.stage() == finding.stage())
                .flatMap(stage -> stage.path().stream()).forEach(step -> dialogue.say("  ", step(step)));
        });
    }

    private String step(StageResult.Step step) {
        return words.question(step.question()).text() + "  " + words.answer(step.answer());
    }

    /** What was typed, as soon as it is understood; empty where the learner leaves. */
    private Optional<String> answer(String prompt, Predicate<String> understood) {
        while (true) {
            Optional<String> typed = dialogue.ask(texts.get(prompt)).filter(line -> !line.equals(LEAVE));
            if (typed.isEmpty() || understood.test(typed.get())) {
                return typed;
            }
            dialogue.say(texts.get("not.understood"));
        }
    }

    private static Optional<Integer> number(String text, int most) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)).filter(number -> number >= 1 && number <= most) : Optional.empty();
    }

    /** {@code a} is 0. */
    private static Optional<Integer> letter(String text, int most) {
        return text.length() == 1 ? Optional.of(text.charAt(0) - 'a').filter(at -> at >= 0 && at < most) : Optional.empty();
    }
}
