package org.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings say what the scenarios behind them say today. {@code -Dgolden.write=true} records them anew; read the difference. */
class ExercisesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/faultline/practice");

    static List<Recording> recordings() {
        return Recording.ALL;
    }

    static List<String> exercises() {
        return Exercises.ids();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingIsWhatItsScenarioGivesToday(Recording recording) throws IOException {
        Report played = recording.play();
        Path file = FOLDER.resolve(recording.id() + ".faultline.json");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.write(file, JsonReport.write(played));
        }
        assertThat(judgement(JsonReportReader.read(Files.readAllBytes(file)))).isEqualTo(judgement(played));
    }

    private static String judgement(Report report) {
        return report.diagnosis().verdict().code() + report.diagnosis().stages().stream().map(stage -> "\n" + stage.stage().id() + " " + stage.status().id()
            + stage.path().stream().map(step -> "\n  " + step.question() + " " + step.answer().id()).collect(Collectors.joining())).collect(Collectors.joining());
    }

    /** What is broken is for the learner to find: no word of the cause stands in the list. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aTitleTellsTheSymptomAndNotTheCause(String language) {
        Locale locale = Locale.of(language);
        Texts texts = new Texts("practice", locale);
        for (String id : Exercises.ids()) {
            Set<String> told = words(texts.get("exercise." + id + ".title"));
            Exercises.open(id).report().diagnosis().verdict().finding()
                .ifPresent(finding -> assertThat(words(new Words(locale).title(finding.fault(), Map.of()))).as(id).noneMatch(told::contains));
        }
    }

    /** The long ones, which carry the meaning; what answers or opens is a symptom. */
    private static Set<String> words(String sentence) {
        return Arrays.stream(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(word -> word.length() > 5).collect(Collectors.toSet());
    }

    @Test
    void thereAreTwentyOrMoreAndEachHasItsRecording() {
        assertThat(Exercises.ids()).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
        Set<String> recorded = Recording.ALL.stream().map(Recording::id).collect(Collectors.toSet());
        assertThat(recorded).containsAll(Exercises.ids()).hasSize(Exercises.ids().size() + 1);
        assertThat(Exercises.ids().stream().map(Exercises::level)).isSorted().contains(Level.values());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyExerciseCanBeSolvedWithFullMarks(String id) {
        Attempt attempt = Attempt.at(Exercises.open(id));
        assertThat(attempt.offered()).hasSizeBetween(4, 30);
        assertThat(attempt.names()).hasSize(5).doesNotHaveDuplicates().contains(attempt.exercise().fault()).contains(Optional.empty());
        for (Probing probing : attempt.offered()) {
            attempt = probing.telling() || attempt.exercise().fault().isEmpty() ? attempt.ask(probing) : attempt;
        }
        Attempt solved = attempt.name(attempt.exercise().fault());
        assertThat(solved.isRight()).isTrue();
        assertThat(solved.isGuess()).as("something tells it: %s", solved.offered()).isFalse();
        assertThat(solved.score()).isEqualTo(100);
        assertThat(solved.missed()).isEmpty();
    }

    /** An adapter that is switched on tells nothing of a cable that is out, and a wire has no radio to ask about. */
    @Test
    void onlyWhatTurnsOffTheWayTells() {
        List<Probing> offered = Attempt.at(Exercises.open("no-carrier")).offered();
        assertThat(offered).filteredOn(Probing::telling).extracting(probing -> probing.step().question()).contains("carrier-present").doesNotContain("adapter-enabled");
        assertThat(offered).filteredOn(Probing::measured).extracting(probing -> probing.step().question()).doesNotContain("radio-on", "wifi-joined");
        assertThat(offered).filteredOn(probing -> probing.step().question().equals("adapter-enabled")).hasSize(1)
            .allSatisfy(probing -> assertThat(probing.step().because()).isNotEmpty().allMatch(seen -> seen.passed() && seen.probe().equals("adapters")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyExerciseHasItsWords(String language) {
        Texts texts = new Texts("practice", Locale.of(language));
        Words words = new Words(Locale.of(language));
        for (String id : Exercises.ids()) {
            assertThat(texts.get("exercise." + id + ".title")).hasSizeBetween(5, 60);
            assertThat(texts.get("exercise." + id + ".complaint")).hasSizeBetween(60, 420).doesNotContain(id);
            Attempt.at(Exercises.open(id)).offered().forEach(probing -> assertThat(words.question(probing.step().question()).text()).isNotBlank());
        }
        assertThat(texts.keys()).filteredOn(key -> key.startsWith("exercise.")).allMatch(key -> Exercises.ids().contains(key.split("\\.")[1]));
        assertThat(texts.keys()).isEqualTo(new Texts("practice", Locale.ENGLISH).keys());
    }
}
