package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Outcome;
import org.faultline.model.Remedy;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class WordsTest {
    private static final Map<String, String> NO_FACTS = Map.of();
    private static final List<String> SYSTEMS = List.of("linux", "windows", "macos", "other");
    private static final List<String> WHO = List.of("user", "administrator", "provider");
    private static final List<String> FACTS =
            List.of("interface", "address", "gateway", "resolver", "target", "site", "value", "limit", "program",
                    "service", "speech", "objection", "expected", "listens", "ports", "proxy", "port", "host", "scheme");

    private final Words words = new Words(Locale.ENGLISH);
    private final Wordbook book = new Wordbook("faults", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasItsWords(Fault fault) {
        assertThat(words.title(fault, NO_FACTS)).isNotBlank().hasSizeLessThanOrEqualTo(60).doesNotEndWith(".");
        assertThat(sentences(words.summary(fault, NO_FACTS))).as("sentences for the person").isBetween(2, 4);
        assertThat(sentences(words.explanation(fault, NO_FACTS))).as("sentences for the engineer").isBetween(3, 6);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasSomethingToDoOnEverySystem(Fault fault) {
        for (String os : SYSTEMS) {
            List<Remedy> remedies = words.remedies(fault, os, NO_FACTS);
            assertThat(remedies).as(os).hasSizeBetween(1, 5);
            assertThat(remedies).as(os).allSatisfy(remedy -> {
                assertThat(remedy.text()).endsWith(".").hasSizeGreaterThan(10);
                assertThat(remedy.command().orElse("none")).isNotBlank();
            });
            assertThat(remedies.stream().map(remedy -> WHO.indexOf(remedy.who())).toList())
                    .as("the person first, then the administrator, then the provider, on " + os).doesNotContain(-1).isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, windows", "Mac OS X, macos", "Linux, linux", "FreeBSD, linux", "'', linux"})
    void aSystemHasTheNameThatItsCommandsHave(String osName, String system) {
        assertThat(Words.systemOf(osName)).isEqualTo(system);
    }

    /** A gap in the numbers would silently end the list. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void noStepIsLostByItsNumber(Fault fault) {
        long written = book.keys().stream().filter(key -> key.matches(fault.code() + "\\.remedy\\.\\d+\\.text")).count();
        long shown = SYSTEMS.stream().flatMap(os -> words.remedies(fault, os, NO_FACTS).stream())
                .map(Remedy::text).distinct().count();
        assertThat(shown).isEqualTo(written);
    }

    /** A value that we chose ourselves is a word of the language, not of the report. */
    @Test
    void aKnownValueIsSaidInTheReadersLanguage() {
        Map<String, String> facts = Map.of("program", "proxy-settings");
        assertThat(words.explanation(Fault.TOOL_MISSING, facts)).startsWith("This measurement needs the proxy setting of the programs here");
        assertThat(new Words(Locale.GERMAN).explanation(Fault.TOOL_MISSING, facts)).contains("die Proxy-Einstellung der Programme hier");
        assertThat(words.explanation(Fault.TOOL_MISSING, Map.of("program", "nft"))).startsWith("This measurement needs nft");
    }

    @Test
    void noKeyStandsForSomethingThatDoesNotExist() {
        String codes = alternatives(Fault.values(), Fault::code);
        String known = String.join("|",
                "(" + codes + ")\\.(title|summary|explanation)",
                "(" + codes + ")\\.remedy\\.[1-9]\\.(who|text|only|command\\.(linux|windows|macos))",
                "fact\\.(" + String.join("|", FACTS) + ")(\\.command)?",
                "named\\.(" + String.join("|", FACTS) + ")\\.[A-Za-z0-9 -]+",
                "stage\\.(" + alternatives(Stage.values(), Stage::id) + ")\\.(name|what|why)",
                "status\\.(" + alternatives(StageStatus.values(), StageStatus::id) + ")",
                "severity\\.(" + alternatives(Severity.values(), Severity::id) + ")",
                "outcome\\.(" + alternatives(Outcome.values(), Outcome::id) + ")",
                "answer\\.(" + alternatives(Truth.values(), Truth::id) + ")",
                "cause\\.(" + alternatives(Cause.values(), Cause::id) + ")",
                "verdict\\.(" + alternatives(Verdict.Status.values(), Verdict.Status::id) + ")",
                "who\\.(" + String.join("|", WHO) + ")",
                "(healthy|degraded|undecided)\\.(title|summary)");
        assertThat(book.keys()).allMatch(key -> key.matches(known));
    }

    @Test
    void everyStepNamesSystemsThatExist() {
        assertThat(keysEnding(".only")).isNotEmpty()
                .allSatisfy(key -> assertThat(book.get(key).split(" ")).isSubsetOf("linux", "windows", "macos"));
    }

    @Test
    void everyCommandIsShownOnTheSystemItIsFor() {
        assertThat(book.keys().stream().filter(key -> key.contains(".command.")).toList()).isNotEmpty().allSatisfy(key -> {
            Optional<String> only = book.find(key.replaceFirst("\\.command\\..*", ".only"));
            assertThat(only.orElse("linux windows macos")).contains(key.replaceFirst(".*\\.", ""));
        });
    }

    @Test
    void everyOtherTypeHasItsWords() {
        assertThat(Stream.of(
                each(Cause.values(), words::cause),
                each(Stage.values(), words::stageName), each(Stage.values(), words::stageWhat),
                each(Stage.values(), words::stageWhy),
                each(StageStatus.values(), words::status), each(Severity.values(), words::severity),
                each(Outcome.values(), words::outcome), each(Truth.values(), words::answer),
                each(Verdict.Status.values(), words::verdict), WHO.stream().map(words::who))
                .flatMap(Function.identity())).allMatch(text -> !text.isBlank());
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.Status.class, mode = EnumSource.Mode.EXCLUDE, names = "FAULT")
    void aVerdictWithoutAFindingHasItsWords(Verdict.Status status) {
        assertThat(words.title(status)).hasSizeLessThanOrEqualTo(60);
        assertThat(sentences(words.summary(status))).isBetween(2, 3);
    }

    @Test
    void everyPlaceholderIsKnownAndHasStandIns() {
        assertThat(book.keys()).allSatisfy(key -> assertThat(placeholders(book.get(key))).isSubsetOf(FACTS));
        assertThat(FACTS).allSatisfy(fact -> {
            assertThat(book.get("fact." + fact)).isNotBlank();
            assertThat(book.get("fact." + fact + ".command")).matches("[A-Za-z0-9.]+");
        });
    }

    /** A stand-in starts in lower case, so "the router answers" would open a sentence. */
    @Test
    void noSentenceStartsWithAPlaceholder() {
        assertThat(book.keys()).noneMatch(key -> !key.contains(".command") && book.get(key).matches("(.*[.?] )?\\{.*"));
    }

    @Test
    void textsAreCleanAndCalm() {
        assertThat(book.keys()).allSatisfy(key -> assertThat(book.get(key)).isNotBlank().isEqualTo(book.get(key).strip())
                .doesNotContain("\t", "\n", "  ", "�"));
        assertThat(book.keys().stream().filter(key -> !key.contains(".command"))).allSatisfy(
                key -> assertThat(book.get(key)).doesNotContain("!", "{}", "TODO"));
    }

    /** The braces of every placeholder were met: one that is misspelled, such as {Gateway1}, would stay in the text. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void noBraceIsLeftAfterFilling(Fault fault) {
        for (Map<String, String> facts : List.of(NO_FACTS, Map.of("interface", "enp3s0", "gateway", "192.168.1.1"))) {
            for (String os : SYSTEMS) {
                List<Remedy> remedies = words.remedies(fault, os, facts);
                Stream<String> texts = Stream.concat(
                        Stream.of(words.title(fault, facts), words.summary(fault, facts), words.explanation(fault, facts)),
                        remedies.stream().flatMap(remedy -> Stream.of(remedy.text(), remedy.command().orElse(""))));
                assertThat(texts).noneMatch(text -> text.contains("{") || text.contains("}"));
            }
        }
    }

    @Test
    void factsReachTheirPlaces() {
        Map<String, String> facts = Map.of("gateway", "192.168.1.1", "interface", "enp3s0");
        assertThat(words.explanation(Fault.GATEWAY_ABSENT, facts)).contains("address resolution for 192.168.1.1 got no answer");
        assertThat(words.explanation(Fault.GATEWAY_ABSENT, NO_FACTS)).contains("address resolution for the router got no answer");
        assertThat(words.remedies(Fault.GATEWAY_IMPOSTOR, "linux", facts))
                .extracting(Remedy::command).contains(Optional.of("sudo ip neigh del 192.168.1.1 dev enp3s0"));
    }

    @Test
    void aHostileNameStaysOutOfCommands() {
        assertThat(words.remedies(Fault.ADAPTER_DISABLED, "linux", Map.of("interface", "eth0; reboot")))
                .extracting(Remedy::command).contains(Optional.of("sudo ip link set dev INTERFACE up"));
    }

    /** In PowerShell "sc" writes a file; only sc.exe asks for a service. */
    @Test
    void windowsCommandsMeanTheSameInBothShells() {
        assertThat(keysEnding(".command.windows")).isNotEmpty()
                .noneMatch(key -> book.get(key).matches("(sc|set|curl) .*|.*(%|&|\\$).*"));
    }

    @ParameterizedTest
    @CsvSource({"windows,netsh interface ipv4 show interfaces", "macos,sudo ifconfig lo0 up", "linux,sudo ip link set dev lo up"})
    void aStepForOneSystemIsShownThereOnly(String os, String command) {
        assertThat(words.remedies(Fault.LOOPBACK_DOWN, os, NO_FACTS)).extracting(Remedy::command).contains(Optional.of(command));
    }

    @Test
    void anUnknownSystemGetsStepsWithoutCommands() {
        assertThat(words.remedies(Fault.LOOPBACK_DOWN, "other", NO_FACTS)).isNotEmpty()
                .extracting(Remedy::command).containsOnly(Optional.empty());
    }

    @Test
    void anUnknownLanguageGetsEnglish() {
        assertThat(new Words(Locale.of("xx", "YY")).title(Fault.NO_CARRIER, NO_FACTS))
                .isEqualTo(words.title(Fault.NO_CARRIER, NO_FACTS));
    }

    @Test
    void aSecondLanguageOverlaysWhatItHas() {
        Wordbook mixed = new Wordbook("sample", Locale.of("qa", "AQ"));
        assertThat(List.of(mixed.get("one"), mixed.get("two"), mixed.get("three")))
                .containsExactly("one", "zwei", "drü – für Großes");
    }

    @Test
    void missingWordsAreNamed() {
        assertThatThrownBy(() -> words.question("no-such-question")).isInstanceOf(MissingResourceException.class)
                .hasMessage("no words for question.no-such-question.text in questions.properties");
    }

    @Test
    void aQuestionHasTextReasonAndCommand() {
        Words sample = new Words(book, new Wordbook("sample", Locale.ROOT));
        assertThat(sample.question("gateway-answers"))
                .isEqualTo(new QuestionWords("Does the router answer?",
                        "It is the first machine out."));
        assertThat(sample.byHand("gateway-answers", "linux", Map.of("gateway", "10.0.0.1"))).contains("ping -c 3 10.0.0.1");
        assertThat(sample.byHand("gateway-answers", "linux", Map.of("gateway", "$(x)"))).contains("ping -c 3 GATEWAY");
        assertThat(sample.byHand("gateway-answers", "macos", NO_FACTS)).isEmpty();
    }

    private List<String> keysEnding(String ending) {
        return book.keys().stream().filter(key -> key.endsWith(ending)).toList();
    }

    private static List<String> placeholders(String text) {
        return Placeholders.PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Full stops and question marks at the end of a sentence; "127.0.0.1" and "example.com" hold none. */
    private static int sentences(String text) {
        assertThat(text).endsWith(".");
        return text.split("[.?]\"?( |$)").length;
    }

    private static <T> Stream<String> each(T[] constants, Function<T, String> word) {
        return Arrays.stream(constants).map(word);
    }

    private static <T> String alternatives(T[] constants, Function<T, String> id) {
        return each(constants, id).collect(Collectors.joining("|"));
    }
}
