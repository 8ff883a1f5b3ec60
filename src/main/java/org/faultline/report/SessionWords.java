package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Conversation.Entry;
import org.faultline.model.Conversation.Recheck;
import org.faultline.model.Fault;
import org.faultline.model.Remedy;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/** The sentences of a guided session, in the language asked for. A name that this version does not know is shown as it is. */
public final class SessionWords {

    private static final Set<String> PEOPLE = Set.of("user", "administrator", "provider");

    private final Texts texts;
    private final Words words;
    private final String os;

    /** @param os of the computer that the session is about, whose steps are quoted */
    public SessionWords(Locale locale, String os) {
        this.os = os;
        this.texts = new Texts("session", locale);
        this.words = new Words(locale);
    }

    /** A heading or a label: {@code session}, {@code ticket}, {@code answers}, {@code notes}, {@code rechecks}, {@code timeline}. */
    public String heading(String key) {
        return texts.get(key);
    }

    /** Who did it: a person's part, or the program. */
    public String who(Entry entry) {
        if (entry.who().equals("program")) {
            return texts.get("who.program");
        }
        return PEOPLE.contains(entry.who()) ? words.who(entry.who()) : entry.who();
    }

    /** What was done, in one line. */
    public String what(Entry entry) {
        List<String> about = List.of(entry.about().split(" ", 2));
        String first = subject(about.getFirst());
        String second = about.size() > 1 ? detail(about.get(1)) : "";
        Optional<String> step = entry.what().equals("remedy-tried") ? step(about.getFirst(), second) : Optional.empty();
        if (step.isPresent()) {
            return texts.get("entry.remedy-tried.quoted", first, second, step.get());
        }
        boolean all = entry.what().equals("checked-again") && entry.about().isEmpty();
        String key = "entry." + entry.what() + (all ? ".all" : "");
        return texts.has(key) ? texts.get(key, first, second) : (entry.what() + " " + entry.about()).strip();
    }

    /** What the step of this number says; empty where this version has no such step. */
    private Optional<String> step(String code, String number) {
        return Fault.of(code).map(fault -> words.remedies(fault, os, Map.of()))
            .flatMap(steps -> steps.stream().skip(number.matches("[1-9][0-9]?") ? Integer.parseInt(number) - 1 : steps.size()).findFirst())
            .map(Remedy::text);
    }

    /** A question to a person, or its name where this version has no words for it. */
    public String question(String id) {
        return PersonQuestion.of(id).map(question -> words.question(question.id()).text()).orElse(id);
    }

    public String answer(Truth answer) {
        return words.answer(answer);
    }

    /** Before and after of a check again. */
    public String recheck(Recheck recheck) {
        return texts.get("recheck", verdict(recheck.statusBefore(), recheck.codeBefore()), verdict(recheck.statusAfter(), recheck.codeAfter()));
    }

    private String verdict(Verdict.Status status, String code) {
        return Fault.of(code).map(fault -> words.title(fault, Map.of()) + " (" + code + ")").orElseGet(() -> words.verdict(status));
    }

    private String subject(String id) {
        if (id.equals("verdict")) {
            return texts.get("step.verdict");
        }
        Optional<String> stage = Stage.of(id).map(words::stageName);
        Optional<String> fault = Fault.of(id).map(found -> words.title(found, Map.of()));
        return stage.or(() -> fault).orElseGet(() -> question(id));
    }

    private String detail(String text) {
        return List.of(Truth.values()).stream().filter(truth -> truth.id().equals(text)).findFirst().map(this::answer).orElse(text);
    }
}
