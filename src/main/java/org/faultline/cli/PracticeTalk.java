package org.faultline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private final Terminal terminal;
    private final BufferedReader keyboard;
    private final Locale locale;
    private final Texts texts;
    private final Words words;
    /** The best points that each exercise was solved with. */
    private final Map<String, Integer> points = new HashMap<>();

    PracticeTalk(Terminal terminal, BufferedReader keyboard, Locale locale) {
        this.terminal = terminal;
        this.keyboard = keyboard;
        this.locale = locale;
        this.texts = new Texts("practice", locale);
        this.words = new Words(locale);
    }

    /** What there is to choose from. */
    void list() {
        say(texts.get("intro"));
        String level = "";
        int number = 0;
        for (String id : Exercises.ids()) {
            String next = texts.get("level." + Exercises.level(id).id());
            if (!next.equals(level)) {
                line("");
                line(next);
                level = next;
            }
            String done = points.containsKey(id) ? "  (" + texts.get("done", points.get(id)) + ")" : "";
            line("%4d  %-20s %s%s".formatted(++number, id, texts.get("exercise." + id + ".title"), done));
        }
        line("");
    }

    /** One exercise after the other, as chosen. */
    void all() {
        while (true) {
            list();
            Optional<String> chosen = choose("prompt.list", Exercises.ids().size());
            if (chosen.isEmpty()) {
                say(texts.get("bye"));
                return;
            }
            one(Exercises.ids().get(Integer.parseInt(chosen.get()) - 1));
            if (ask("prompt.after").filter(answer -> !answer.equals("q")).isEmpty()) {
                return;
            }
        }
    }

    /** Leads through one exercise; leaves it where the learner does. */
    void one(String id) {
        Exercise exercise = Exercises.open(id);
        line("");
        line(texts.get("exercise." + id + ".title").toUpperCase(locale) + "  (" + texts.get("level." + exercise.level().id()) + ")");
        line("");
        say(texts.get("exercise." + id + ".complaint"));
        Optional<Attempt> ended = ask(Attempt.at(exercise));
        ended.ifPresent(attempt -> {
            if (attempt.isRight()) {
                points.merge(id, attempt.score(), Math::max);
            }
            tell(attempt);
        });
    }

    private Optional<Attempt> ask(Attempt begun) {
        Attempt attempt = begun;
        while (true) {
            offer(attempt);
            Optional<String> answer = ask("prompt.ask");
            if (answer.isEmpty() || answer.get().equals("q")) {
                return Optional.empty();
            }
            if (answer.get().equals("n")) {
                Optional<Attempt> named = name(attempt);
                if (named.isPresent()) {
                    return named;
                }
            } else {
                attempt = asked(attempt, answer.get());
            }
        }
    }

    private void offer(Attempt attempt) {
        line("");
        line(texts.get("ask"));
        Optional<Stage> stage = Optional.empty();
        for (int at = 0; at < attempt.offered().size(); at++) {
            Probing probing = attempt.offered().get(at);
            if (!stage.equals(Optional.of(probing.stage()))) {
                stage = Optional.of(probing.stage());
                line("  " + words.stageName(probing.stage()));
            }
            String known = attempt.asked().contains(probing) ? "  -> " + words.answer(probing.step().answer()) : "";
            line("%6d  %s%s".formatted(at + 1, words.question(probing.step().question()).text(), known));
        }
    }

    private Attempt asked(Attempt attempt, String answer) {
        Optional<Integer> number = number(answer, attempt.offered().size());
        if (number.isEmpty()) {
            line(texts.get("not.understood"));
            return attempt;
        }
        Probing probing = attempt.offered().get(number.get() - 1);
        line("");
        line("  " + step(probing.step()));
        if (!probing.measured()) {
            paragraph("    ", texts.get("not.measured"));
        }
        probing.step().because().stream().limit(EVIDENCE_SHOWN).forEach(seen -> paragraph("    ", EvidenceLine.sentence(seen, words)));
        return attempt.ask(probing);
    }

    private Optional<Attempt> name(Attempt attempt) {
        while (true) {
            line("");
            line(texts.get("name"));
            List<Optional<Fault>> names = attempt.names();
            for (int at = 0; at < names.size(); at++) {
                line("     " + (char) ('a' + at) + "  " + names.get(at).map(fault -> words.title(fault, Map.of())).orElseGet(() -> texts.get("name.nothing")));
            }
            Optional<String> answer = ask("prompt.name");
            if (answer.isEmpty() || answer.get().equals("z")) {
                return Optional.empty();
            }
            int chosen = answer.get().length() == 1 ? answer.get().charAt(0) - 'a' : -1;
            if (chosen >= 0 && chosen < names.size()) {
                return Optional.of(attempt.name(names.get(chosen)));
            }
            line(texts.get("not.understood"));
        }
    }

    private void tell(Attempt attempt) {
        Exercise exercise = attempt.exercise();
        Telling telling = Telling.of(exercise.report(), locale);
        line("");
        line(texts.get(attempt.words())
            + " " + texts.get("score", attempt.score()) + ". " + detours(attempt));
        line("");
        line(texts.get("conclusion"));
        paragraph("  ", telling.title() + ".");
        paragraph("  ", telling.summary());
        way(exercise);
        if (!attempt.missed().isEmpty()) {
            line("");
            line(texts.get("missed"));
            attempt.missed().forEach(probing -> paragraph("  ", step(probing.step())));
        }
        exercise.report().diagnosis().verdict().finding().ifPresent(finding -> {
            line("");
            line(texts.get("explanation"));
            paragraph("  ", telling.explanation(finding));
            line("");
            line(texts.get("todo"));
            telling.remedies(finding).stream().map(Remedy::text).forEach(text -> paragraph("  ", text));
        });
        line("");
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
            line("");
            line(texts.get("why") + ": " + words.stageName(finding.stage()));
            exercise.report().diagnosis().stages().stream().filter(stage -> stage.stage() == finding.stage())
                .flatMap(stage -> stage.path().stream()).forEach(step -> line("  " + step(step)));
        });
    }

    private String step(StageResult.Step step) {
        return words.question(step.question()).text() + "  " + words.answer(step.answer());
    }

    private Optional<String> choose(String prompt, int most) {
        while (true) {
            Optional<String> answer = ask(prompt);
            if (answer.isEmpty() || answer.get().equals("q")) {
                return Optional.empty();
            }
            if (number(answer.get(), most).isPresent()) {
                return answer;
            }
            line(texts.get("not.understood"));
        }
    }

    private static Optional<Integer> number(String text, int most) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)).filter(number -> number >= 1 && number <= most) : Optional.empty();
    }

    /** What was typed, in lower case; empty at the end of the input. */
    private Optional<String> ask(String prompt) {
        terminal.out().print(texts.get(prompt) + " ");
        terminal.out().flush();
        try {
            return Optional.ofNullable(keyboard.readLine()).map(line -> line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void say(String text) {
        paragraph("", text);
    }

    private void paragraph(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > terminal.width() && line.length() > indent.length()) {
                line(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        line(line.toString().stripTrailing());
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
