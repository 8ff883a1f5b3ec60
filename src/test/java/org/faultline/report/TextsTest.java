package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every book of words speaks every language of the program, with the same keys and the same gaps to fill. */
class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/faultline/words");
    private static final Pattern GAP = Pattern.compile("\\{\\w+}");
    /** Their German is held by a test of its own, since commands are not repeated there. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("faults", "questions");

    static List<String> books() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(book -> !book.contains("_") && !TOLD_ELSEWHERE.contains(book)).sorted().toList();
        }
    }

    @Test
    void oneThingIsNotMany() {
        Texts english = new Texts("check", Locale.ENGLISH);
        assertThat(english.counted("verdict.effort", 1, "3 ms")).isEqualTo("3 ms · one observation");
        assertThat(english.counted("verdict.effort", 2, "3 ms")).isEqualTo("3 ms · 2 observations");
        assertThat(new Texts("check", Locale.GERMAN).counted("verdict.effort", 1, "3 ms")).isEqualTo("3 ms · eine Beobachtung");
    }

    @ParameterizedTest
    @MethodSource("books")
    void germanIsComplete(String book) throws IOException {
        Properties english = read(book);
        Properties german = read(book + "_de");
        assertThat(new TreeSet<>(german.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(german.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void valuesAreTakenAsTheyAre() {
        assertThat(new Texts("window", Locale.ENGLISH).get("window.subtitle", "it's $1", "b")).isEqualTo("it's $1 · b");
    }

    private static Properties read(String book) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve(book + ".properties"))) {
            words.load(file);
        }
        return words;
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
