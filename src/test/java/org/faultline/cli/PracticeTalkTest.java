package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercises;
import org.faultline.practice.Probing;
import org.junit.jupiter.api.Test;

/** Practises with typed lines. */
class PracticeTalkTest {

    private static String talk(String language, String typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(print, print, false, false, Map.of());
        new PracticeTalk(new Dialogue(terminal, new BufferedReader(new StringReader(typed))), Locale.of(language)).all();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Number of the first question that tells it, and letter of the right name. */
    private static List<String> solution(String id) {
        Attempt attempt = Attempt.at(Exercises.open(id));
        int telling = IntStream.range(0, attempt.offered().size()).filter(at -> attempt.offered().get(at).telling()).findFirst().orElseThrow() + 1;
        char letter = (char) ('a' + attempt.names().indexOf(attempt.exercise().fault()));
        return List.of(Integer.toString(telling), "n", Character.toString(letter));
    }

    @Test
    void anExerciseIsSolvedByKeyboardAlone() {
        String said = talk("en", "3\n" + String.join("\n", solution("gateway-absent")) + "\n\nq\n");
        assertThat(said).contains("CONNECTED, BUT NO PAGE OPENS", "Right. 100 of 100 points. No detours.", "What Faultline says",
            "Nobody answers at the router's address.", "What to do", "(done, 100 points)", "Until next time");
        assertThat(said.lines().filter(line -> !line.contains("to leave:") && !line.contains("to go back:"))).allMatch(line -> line.length() <= 100);
    }

    /** As in the window: an exercise is done once its fault was named rightly, with the best points that it was. */
    @Test
    void onlyTheBestRightNameCounts() {
        Attempt attempt = Attempt.at(Exercises.open("no-carrier"));
        String number = Integer.toString(Exercises.ids().indexOf("no-carrier") + 1) + "\n";
        String guess = "n\n" + (char) ('a' + attempt.names().indexOf(attempt.exercise().fault())) + "\n\n";
        String wrong = "n\n" + (char) ('a' + attempt.names().indexOf(Optional.<Fault>empty())) + "\n\n";
        String right = String.join("\n", solution("no-carrier")) + "\n\n";
        assertThat(talk("en", number + wrong + "q\n")).doesNotContain("(done");
        assertThat(talk("en", number + right + number + guess + "q\n")).containsPattern("60\\s+of\\s+100\\s+points").containsOnlyOnce("Until next time")
            .doesNotContain("(done, 60 points)");
    }

    @Test
    void aWrongNameIsToldWhatWouldHaveShownIt() {
        Attempt attempt = Attempt.at(Exercises.open("no-carrier"));
        String wrong = Character.toString('a' + attempt.names().indexOf(Optional.<Fault>empty()));
        assertThat(talk("de", "1\nn\n" + wrong + "\nq\n")).contains("Nicht ganz: Es ist etwas anderes. 0 von 100 Punkten", "Das hätte es gezeigt");
    }

    /** A slip of the finger must not push the exercise out of sight. */
    @Test
    void whatIsNotUnderstoodIsAskedAgainWithoutTheListAndQLeavesFromEverywhere() {
        assertThat(talk("en", "1\n77\nfoo\nn\n?\nz\nn\nq\n\nq\n")).containsSubsequence("What do you want to know?", "Please choose one of the above.",
            "Please choose one of the above.", "What is broken?", "Please choose one of the above.", "What do you want to know?", "What is broken?",
            "Enter for the list", "Until next time").satisfies(said -> assertThat(said.split("What do you want to know\\?", -1)).hasSize(3));
    }

    @Test
    void oddInputAndTheEndOfItHarmNobody() {
        assertThat(talk("en", "99\nx\n1\n77\nfoo\nn\ny\nz\n")).contains("Please choose one of the above.");
        assertThat(talk("en", "")).contains("Until next time");
    }

    /** Else the list alone would say where the fault lies. */
    @Test
    void everyStageCanBeAskedAbout() {
        assertThat(Exercises.ids()).allSatisfy(id -> assertThat(Attempt.at(Exercises.open(id)).offered()).extracting(Probing::stage).hasSizeGreaterThan(5)
            .contains(Stage.LOOPBACK_IPV4, Stage.EXTERNAL));
    }
}
