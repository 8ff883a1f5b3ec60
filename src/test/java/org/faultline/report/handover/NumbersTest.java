package org.faultline.report.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.junit.jupiter.api.Test;

/** Every name has its number, and a number once given keeps its name. */
class NumbersTest {

    private static final Path LIST = Path.of("src/main/resources/org/faultline/report/handover/numbers.txt");
    private final Numbers numbers = new Numbers();

    @Test
    void everyFaultStageAndQuestionHasANumber() throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(Path.of("src/main/resources/org/faultline/words/questions.properties")));
        Stream<String> questions = words.stringPropertyNames().stream().filter(key -> key.matches("question\\..*\\.text"))
            .map(key -> "question " + key.split("\\.")[1]);
        Stream<String> faults = Arrays.stream(Fault.values()).map(fault -> "fault " + fault.code());
        Stream<String> stages = Arrays.stream(Stage.values()).map(stage -> "stage " + stage.id());
        List<String> without = Stream.of(questions, faults, stages).flatMap(each -> each)
            .filter(name -> numbers.of(name.split(" ")[0], name.split(" ")[1]) == 0).sorted().toList();
        assertThat(without).as("append these to " + LIST + ", each with the next number of its list").isEmpty();
    }

    /** The list as it was first given out; what was appended since is not in it. */
    @Test
    void noNumberEverChanges() throws IOException {
        List<String> now = entries(LIST);
        assertThat(now).containsAll(entries(Path.of("src/test/resources/golden/handover-numbers.txt")));
    }

    @Test
    void eachListCountsUpFromOneWithinItsWidth() throws IOException {
        for (String kind : List.of("stage 15", "fact 31", "fault 1023", "question 1023")) {
            String prefix = kind.split(" ")[0] + " ";
            List<String> given = entries(LIST).stream().filter(line -> line.startsWith(prefix)).map(line -> line.split(" ")[1]).toList();
            assertThat(given).isEqualTo(IntStream.rangeClosed(1, given.size()).mapToObj(String::valueOf).toList())
                .hasSizeLessThanOrEqualTo(Integer.parseInt(kind.split(" ")[1])).isNotEmpty();
        }
        assertThat(entries(LIST).stream().map(line -> line.split(" ")[0] + line.split(" ")[2])).doesNotHaveDuplicates();
    }

    @Test
    void everyStatusAndAnswerHasItsPlace() {
        assertThat(Common.STATUSES).containsExactlyInAnyOrder(StageStatus.values());
        assertThat(Common.VERDICTS).containsExactlyInAnyOrder(Verdict.Status.values());
        assertThat(Common.ANSWERS).containsExactlyInAnyOrder(Truth.values());
    }

    private static List<String> entries(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }
}
