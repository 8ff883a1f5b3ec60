package org.faultline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.report.Words;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** What must hold for the tree as a whole, whatever its questions are. */
class TreeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/tree.txt");

    /** So that a reviewer who reads no Java sees each change. Regenerate with {@code mvn test -Dtest=TreeTest -Dgolden.write=true}. */
    @Test
    void printsAsTheGoldenFileSays() throws IOException {
        StringBuilder printed = new StringBuilder();
        Arrays.stream(Stage.values()).forEach(stage -> printed.append(TreeText.of(stage)).append('\n'));
        printed.append(TreeText.ofUnmeasured());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, printed);
        }
        assertThat(printed.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyFaultIsALeaf() {
        Set<Fault> leaves = new TreeSet<>();
        nodes().forEach(node -> {
            switch (node) {
                case Node.Note(Fault fault, Node _) -> leaves.add(fault);
                case Node.Conclude(Fault fault) -> leaves.add(fault);
                case Node.Ask _, Node.Pass _ -> { }
            }
        });
        assertThat(leaves).containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void everyFaultIsReachedByAScenario() {
        Set<String> reached = new TreeSet<>();
        Scenario.all().forEach(scenario -> {
            reached.add(scenario.expected("code"));
            reached.addAll(scenario.expectedList("also"));
        });
        assertThat(reached).containsAll(Arrays.stream(Fault.values()).map(Fault::code).toList());
    }

    @Test
    void everyQuestionHasWords() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(questions()).isNotEmpty().allSatisfy(id -> {
            assertThat(words.question(id).text()).isNotBlank().hasSizeLessThanOrEqualTo(70);
            assertThat(words.question(id).why()).isNotBlank();
        });
    }

    @Test
    void aFaultBelongsToTheStageItStandsIn() {
        for (Stage stage : Stage.values()) {
            assertThat(nodes(Tree.of(stage))).allSatisfy(node -> {
                if (node instanceof Node.Conclude(Fault fault)) {
                    assertThat(fault.stage().orElse(stage)).isEqualTo(stage);
                }
            });
        }
    }

    /** Else what a person says could stand beside a measurement, or against it. */
    @Test
    void aPersonIsAskedOnlyWhereAMeasurementLeftItsQuestionOpen() {
        assertThat(nodes()).allSatisfy(node -> {
            switch (node) {
                case Node.Ask ask when asksPerson(ask) -> { }
                case Node.Ask ask -> assertThat(List.of(ask.yes(), ask.no())).noneMatch(below -> asksPerson(below) && below != ask.onward());
                case Node.Note note -> assertThat(asksPerson(note.next())).isFalse();
                case Node.Conclude _, Node.Pass _ -> { }
            }
        });
        assertThat(questions()).contains("lights-on");
    }

    private static boolean asksPerson(Node node) {
        return node instanceof Node.Ask ask && ask.question().person().isPresent();
    }

    @Test
    void everyQuestionToAPersonHasWords() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(PersonQuestion.values()).allSatisfy(question -> assertThat(words.question(question.id()).text()).hasSizeLessThanOrEqualTo(70));
    }

    private static Set<String> questions() {
        Set<String> ids = new TreeSet<>();
        nodes().forEach(node -> {
            if (node instanceof Node.Ask ask) {
                ids.add(ask.question().id());
            }
        });
        return ids;
    }

    private static List<Node> nodes() {
        List<Node> all = new ArrayList<>(nodes(Tree.unmeasured()));
        Arrays.stream(Stage.values()).forEach(stage -> all.addAll(nodes(Tree.of(stage))));
        return all;
    }

    private static Set<Node> nodes(Node root) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(root, seen);
        return seen;
    }

    private static void collect(Node node, Set<Node> seen) {
        if (seen.add(node)) {
            node.below().forEach(below -> collect(below, seen));
        }
    }
}
