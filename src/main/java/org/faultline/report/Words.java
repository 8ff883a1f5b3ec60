package org.faultline.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Outcome;
import org.faultline.model.Remedy;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/**
 * Turns codes into sentences for people, in the language asked for and in English where that has no words.
 *
 * <p>{@code facts} are the names and figures of a finding. One that is missing is replaced by a stand-in ("the router"), so every
 * sentence reads well without it. Where words are missing, every method throws {@link MissingResourceException}, which names the
 * file and the key.
 */
public final class Words {
    /** A measured value with its unit, as rules write it into a finding. */
    private static final Pattern FIGURE = Pattern.compile("[0-9]+\\.[0-9]+ ?(ms|s|%)");
    private static final Set<String> SYSTEMS = Set.of("linux", "windows", "macos");

    private final Wordbook faults;
    private final Wordbook questions;
    private final Wordbook evidence;

    public Words(Locale locale) {
        this(new Wordbook("faults", locale), new Wordbook("questions", locale), new Wordbook("evidence", locale));
    }

    Words(Wordbook faults, Wordbook questions) {
        this(faults, questions, new Wordbook("evidence", Locale.ENGLISH));
    }

    private Words(Wordbook faults, Wordbook questions, Wordbook evidence) {
        this.evidence = evidence;
        this.faults = faults;
        this.questions = questions;
    }

    /** One line, at most 60 characters: what is wrong and where. */
    public String title(Fault fault, Map<String, String> facts) {
        return sentence(fault.code() + ".title", facts);
    }

    /** Two or three sentences for the person in front of the computer. */
    public String summary(Fault fault, Map<String, String> facts) {
        return sentence(fault.code() + ".summary", facts);
    }

    /** For an engineer: what the evidence means and how it was told apart from its neighbours. */
    public String explanation(Fault fault, Map<String, String> facts) {
        return sentence(fault.code() + ".explanation", facts);
    }

    /**
     * What to do, in order: first what the person can do, then the administrator, then the provider. Never empty.
     *
     * @param os {@code linux}, {@code windows} or {@code macos}; any other gets the steps of Linux without commands
     */
    public List<Remedy> remedies(Fault fault, String os, Map<String, String> facts) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> fault.code() + ".remedy." + number)
                .takeWhile(step -> faults.find(step + ".text").isPresent())
                .filter(step -> meantFor(step, os))
                .map(step -> new Remedy(faults.get(step + ".who"), sentence(step + ".text", facts),
                        command(faults, step + ".command." + os, facts)))
                .toList();
    }

    /** The words of a verdict that no finding speaks for: healthy, degraded or undecided. */
    public String title(Verdict.Status status) {
        return faults.get(status.id() + ".title");
    }

    public String summary(Verdict.Status status) {
        return faults.get(status.id() + ".summary");
    }

    public String verdict(Verdict.Status status) {
        return faults.get("verdict." + status.id());
    }

    public String stageName(Stage stage) {
        return faults.get("stage." + stage.id() + ".name");
    }

    /** What is tested, in one sentence. */
    public String stageWhat(Stage stage) {
        return faults.get("stage." + stage.id() + ".what");
    }

    /** Why it is tested, for somebody who learns. */
    public String stageWhy(Stage stage) {
        return faults.get("stage." + stage.id() + ".why");
    }

    public String status(StageStatus status) {
        return faults.get("status." + status.id());
    }

    public String severity(Severity severity) {
        return faults.get("severity." + severity.id());
    }

    public String outcome(Outcome outcome) {
        return faults.get("outcome." + outcome.id());
    }

    public String answer(Truth answer) {
        return faults.get("answer." + answer.id());
    }

    /** A few words without a capital or a full stop, as in a line of evidence. */
    public String cause(Cause cause) {
        return faults.get("cause." + cause.id());
    }

    /** Who takes a step, as a label: {@code user}, {@code administrator} or {@code provider}. */
    public String who(String who) {
        return faults.get("who." + who);
    }

    /**
     * The name that a system has in commands and reports: {@code windows}, {@code macos}, else {@code linux}.
     *
     * @param osName as Java names it ({@code os.name})
     */
    public static String systemOf(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
    }

    /** What a question of the tree asks and why. */
    public QuestionWords question(String id) {
        return new QuestionWords(questions.get("question." + id + ".text"), questions.get("question." + id + ".why"));
    }

    /** The same where the question may be one of another version. */
    public Optional<QuestionWords> findQuestion(String id) {
        return questions.find("question." + id + ".text")
                .flatMap(text -> questions.find("question." + id + ".why").map(why -> new QuestionWords(text, why)));
    }

    /** How to find the answer by hand on this system, where there is a command for it. */
    public Optional<String> byHand(String id, String os, Map<String, String> facts) {
        return command(questions, "question." + id + ".byHand." + os, facts);
    }

    /** What stands between the whole and its parts in a number. */
    String decimalSign() {
        return evidence.find("decimal").orElse(".");
    }

    /** Words of a line of evidence, such as {@code gateway-echo.passed}, where there are any. */
    Optional<String> evidence(String key) {
        return evidence.find(key);
    }

    private boolean meantFor(String step, String os) {
        String system = SYSTEMS.contains(os) ? os : "linux";
        return faults.find(step + ".only").map(only -> List.of(only.split(" ")).contains(system)).orElse(true);
    }

    private String sentence(String key, Map<String, String> facts) {
        return Placeholders.inSentence(faults.get(key), named(facts), name -> faults.get("fact." + name));
    }

    /** Values that are no names of this computer's own but a few known ones, in words. */
    private Map<String, String> named(Map<String, String> facts) {
        Map<String, String> named = new HashMap<>(facts);
        named.replaceAll((name, value) -> faults.find("named." + name + "." + value).orElseGet(() -> FIGURE.matcher(value).matches() ? value.replace(".", decimalSign()) : value));
        return named;
    }

    private Optional<String> command(Wordbook book, String key, Map<String, String> facts) {
        UnaryOperator<String> standIn = name -> faults.get("fact." + name + ".command");
        return book.find(key).map(command -> Placeholders.inCommand(command, facts, standIn));
    }
}
