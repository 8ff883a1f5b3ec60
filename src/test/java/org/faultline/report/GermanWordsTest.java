package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Remedy;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** German says everything that English says, within the same limits; commands are written down in English alone. */
@Execution(ExecutionMode.CONCURRENT)
class GermanWordsTest {
    static final List<String> BOOKS = List.of("faults", "questions");

    private static final Map<String, String> NO_FACTS = Map.of();
    private static final Map<String, String> SOME_FACTS = Map.of("gateway", "192.168.1.1", "resolver", "127.0.0.53");
    private static final String SAME_IN_EVERY_LANGUAGE = ".+\\.(who|only|command|command\\..+|byHand\\..+)";

    /** Words that are the same in both languages; every other text that equals the English one was forgotten. */
    private static final Set<String> SAME_WORD = Set.of("stage.gateway.name", "stage.external.name", "who.administrator");

    private final Words words = new Words(Locale.GERMAN);
    private final Words english = new Words(Locale.ENGLISH);

    @ParameterizedTest
    @FieldSource("BOOKS")
    void nothingIsUntranslatedAndNothingIsExtra(String name) {
        assertThat(german(name).keys()).containsExactlyInAnyOrderElementsOf(translatable(name));
    }

    @ParameterizedTest
    @FieldSource("BOOKS")
    void bothSidesFillTheSamePlaceholders(String name) {
        assertThat(translatable(name)).allSatisfy(key ->
                assertThat(placeholders(german(name).get(key))).as(key).isEqualTo(placeholders(english(name).get(key))));
    }

    @ParameterizedTest
    @FieldSource("BOOKS")
    void noTextIsLeftInEnglish(String name) {
        Set<String> equal = translatable(name).stream().filter(key -> german(name).get(key).equals(english(name).get(key)))
                .collect(Collectors.toSet());
        assertThat(equal).isEqualTo(SAME_WORD.stream().filter(translatable(name)::contains).collect(Collectors.toSet()));
    }

    /** A stand-in starts in lower case; a straight or a lonely quotation mark is a slip of the keyboard. */
    @ParameterizedTest
    @FieldSource("BOOKS")
    void textsAreCleanAndCalm(String name) {
        assertThat(translatable(name)).allSatisfy(key -> {
            String text = german(name).get(key);
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip())
                    .doesNotContain("\t", "\n", "  ", "�", "!", "{}", "TODO", "\"", "'")
                    .doesNotMatch("(.*[.?] )?\\{.*");
            assertThat(count(text, '„')).as("closed quotation marks in " + key).isEqualTo(count(text, '“'));
        });
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultKeepsTheLimits(Fault fault) {
        assertThat(words.title(fault, NO_FACTS)).isNotBlank().hasSizeLessThanOrEqualTo(60).doesNotEndWith(".");
        assertThat(sentences(words.summary(fault, NO_FACTS))).as("sentences for the person").isBetween(2, 4);
        assertThat(sentences(words.explanation(fault, NO_FACTS))).as("sentences for the engineer").isBetween(3, 6);
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.Status.class, mode = EnumSource.Mode.EXCLUDE, names = "FAULT")
    void aVerdictWithoutAFindingKeepsTheLimits(Verdict.Status status) {
        assertThat(words.title(status)).hasSizeLessThanOrEqualTo(60).doesNotEndWith(".");
        assertThat(sentences(words.summary(status))).isBetween(2, 3);
    }

    @Test
    void everyQuestionKeepsTheLimits() {
        Wordbook questions = german("questions");
        assertThat(questions.keys().stream().filter(key -> key.endsWith(".text"))).isNotEmpty().allSatisfy(key ->
                assertThat(questions.get(key)).as(key).hasSizeLessThanOrEqualTo(70).endsWith("?").doesNotMatch(".*[.?] .*"));
        assertThat(questions.keys().stream().filter(key -> key.endsWith(".why"))).isNotEmpty().allSatisfy(key ->
                assertThat(sentences(questions.get(key))).as(key).isBetween(1, 3));
    }

    /** The same steps with the same commands, told in another language. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyStepIsTheSameStep(Fault fault) {
        for (String os : List.of("linux", "windows", "macos", "other")) {
            List<Remedy> steps = words.remedies(fault, os, SOME_FACTS);
            assertThat(steps).as(os).extracting(Remedy::command)
                    .isEqualTo(english.remedies(fault, os, SOME_FACTS).stream().map(Remedy::command).toList());
            assertThat(steps).as(os).extracting(Remedy::text).allMatch(text -> text.endsWith("."));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noBraceIsLeftAfterFilling(Fault fault) {
        for (Map<String, String> facts : List.of(NO_FACTS, SOME_FACTS)) {
            assertThat(Stream.of(words.title(fault, facts), words.summary(fault, facts), words.explanation(fault, facts)))
                    .noneMatch(text -> text.contains("{") || text.contains("}"));
        }
    }

    /** The path strip of the text report gives a name as many columns as the longest needs, and 13 to a state, then a space; what is seen has the rest of 80. */
    @Test
    void namesAndStatesFitTheirColumns() {
        assertThat(Stage.values()).extracting(words::stageName).allMatch(name -> name.length() <= 27);
        assertThat(StageStatus.values()).extracting(words::status).allMatch(status -> status.length() <= 13);
    }

    @Test
    void factsAndStandInsFitTheGrammar() {
        assertThat(words.explanation(Fault.GATEWAY_ABSENT, SOME_FACTS)).contains("die Adressauflösung für 192.168.1.1 blieb");
        assertThat(words.explanation(Fault.GATEWAY_ABSENT, NO_FACTS)).contains("die Adressauflösung für das Gateway blieb");
        assertThat(words.explanation(Fault.DNS_STUB_DOWN, SOME_FACTS)).startsWith("Für Namen ist 127.0.0.53 zuständig");
        assertThat(words.explanation(Fault.DNS_STUB_DOWN, NO_FACTS)).startsWith("Für Namen ist der Namensserver zuständig");
    }

    @Test
    void austriaReadsGermanToo() {
        assertThat(new Words(Locale.of("de", "AT")).title(Fault.NO_CARRIER, NO_FACTS))
                .isEqualTo(words.title(Fault.NO_CARRIER, NO_FACTS)).isNotEqualTo(english.title(Fault.NO_CARRIER, NO_FACTS));
    }

    /** The German file alone, without the English one beneath it. */
    private static Wordbook german(String name) {
        return new Wordbook(name + "_de", Locale.ROOT);
    }

    private static Wordbook english(String name) {
        return new Wordbook(name, Locale.ROOT);
    }

    private static Set<String> translatable(String name) {
        return english(name).keys().stream().filter(key -> !key.matches(SAME_IN_EVERY_LANGUAGE)).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return Placeholders.PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static long count(String text, char mark) {
        return text.chars().filter(character -> character == mark).count();
    }

    private static int sentences(String text) {
        assertThat(text).endsWith(".");
        return text.split("[.?]“?( |$)").length;
    }

    /** In files for programs the point stays; people read the comma. */
    @Test
    void figuresHaveADecimalComma() {
        assertThat(words.explanation(Fault.GATEWAY_LOSSY, Map.of("value", "3.5 %", "limit", "2 %"))).contains("3,5 %").doesNotContain("3.5");
        assertThat(words.explanation(Fault.GATEWAY_LOSSY, Map.of("value", "1.1.1.1", "limit", "2 %"))).contains("1.1.1.1");
        assertThat(new Words(Locale.ENGLISH).explanation(Fault.GATEWAY_LOSSY, Map.of("value", "3.5 %", "limit", "2 %"))).contains("3.5 %");
    }
}
