package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faultline.store.History;
import org.faultline.ui.wizard.QuickCheckPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A guided session as an agent has it on the phone: by mouse and by keys, on fake worlds. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(900)
class GuidedWindowTest {

    private static final String CABLE_OUT = "interface/told-cable-out-under-a-static-address";

    private Stage stage;
    private final List<OpenWindow> open = new ArrayList<>();

    @Start
    private void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() {
        open.forEach(OpenWindow::close);
    }

    private OpenWindow open(FakeWorld world, FxRobot robot) {
        OpenWindow window = OpenWindow.of(world, stage, robot);
        open.add(window);
        OpenWindow.onUiThread(() -> {
            window.window().go("guided");
            return true;
        });
        return window;
    }

    private static OpenWindow shows(OpenWindow window, String id) {
        return window.until(() -> window.shows(id), () -> "#" + id);
    }

    private static OpenWindow reaches(OpenWindow window, String title) {
        return window.until(() -> window.words("guided-title").equals(title), () -> "step " + title + ", but it is " + window.words("guided-title"));
    }

    private static OpenWindow offers(OpenWindow window, String words) {
        return window.until(() -> window.words("guided-onward").equals(words), () -> "\"" + words + "\", but it offers \"" + window.words("guided-onward") + "\"");
    }

    /** By keys or by the wheel, whoever sits there brings it into sight first. */
    private static void seen(OpenWindow window, FxRobot robot, String id) {
        OpenWindow.onUiThread(() -> {
            robot.lookup("#" + id).query().requestFocus();
            return true;
        });
        window.click(id);
    }

    /** Enter is all that a healthy machine needs: the keyboard is always where the session goes on. */
    @Test
    void enterLeadsThroughAHealthyMachine(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").press(KeyCode.ENTER);
        for (String title : List.of("This computer (127.0.0.1)", "This computer (::1)", "Network adapter", "Router", "Internet")) {
            reaches(window, title);
            offers(window, "Measure this step").press(KeyCode.ENTER);
            window.until(() -> window.words("guided-onward").matches("Next: .*|To the verdict"), () -> "the way on");
            window.press(KeyCode.ENTER);
        }
        window.untilVerdict("No fault was found");
        assertThat(window.words("status")).isEqualTo("Verdict: No fault was found");
        History history = History.in(world.folders(), History.Bounds.USUAL);
        assertThat(history.list()).as("a session that goes on").isEmpty();
        window.click("guided-finish").until(() -> history.list().size() == 1, () -> "the finished session in the history");
        assertThat(history.list()).extracting(History.Entry::code).containsExactly("healthy");
        assertThat(OpenWindow.onUiThread(() -> {
            window.window().go("export");
            return window.window().report();
        })).as("what was just finished can be handed over").hasValueSatisfying(report -> assertThat(report.diagnosis().verdict().code()).isEqualTo("healthy"));
        assertThat(window.shows("export-save")).isTrue();
    }

    @Test
    void nothingIsMeasuredBeforeItIsAskedFor(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        offers(window, "Measure this step");
        assertThat(world.machine().runs()).isZero();
    }

    @Test
    void answersAndNotesLeadToTheVerdictAndIntoTheSummary(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted(CABLE_OUT);
        OpenWindow window = toTheQuestion(world, robot);
        seen(window, robot, "guided-ticket");
        robot.write("INC-7");
        seen(window, robot, "guided-note");
        robot.write("desk was moved");
        seen(window, robot, "guided-add-note");
        seen(window, robot, "answer-connected-by-cable-yes");
        seen(shows(window, "answer-lights-on-no"), robot, "answer-lights-on-no");
        seen(offers(window, "To the verdict"), robot, "guided-onward");
        window.untilVerdict("The network cable has no connection");
        window.click("guided-copy");
        assertThat(world.desktop().copied()).singleElement().satisfies(text -> assertThat(text)
            .contains("FAULT no-carrier interface", "Ticket: INC-7", "desk was moved", "Do the small lights beside the network plug shine or flicker? no"));
    }

    @Test
    void anAnswerCanBeChanged(FxRobot robot) {
        OpenWindow window = toTheQuestion(FakeWorld.accepted(CABLE_OUT), robot);
        window.click("answer-connected-by-cable-yes");
        shows(window, "answer-lights-on-no");
        window.click("answer-connected-by-cable-no");
        shows(window, "answer-wifi-connected-no");
        assertThat(window.shows("answer-lights-on-no")).isFalse();
    }

    private OpenWindow toTheQuestion(FakeWorld world, FxRobot robot) {
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        for (String title : List.of("This computer (127.0.0.1)", "This computer (::1)")) {
            reaches(window, title);
            offers(window, "Measure this step").click("guided-onward");
            window.until(() -> window.words("guided-onward").startsWith("Next"), () -> "the way on").click("guided-onward");
        }
        reaches(window, "Network adapter");
        offers(window, "Measure this step").click("guided-onward");
        return shows(window, "answer-connected-by-cable-yes");
    }

    /** Nothing of the first window is closed, as after a kill; the second one has the same folders. */
    @Test
    void aNewWindowGoesOnWhereTheKilledOneWas(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted(CABLE_OUT);
        OpenWindow window = toTheQuestion(world, robot);
        window.click("answer-connected-by-cable-yes");
        seen(shows(window, "answer-lights-on-no"), robot, "guided-note");
        robot.write("half a sen");
        window.until(() -> window.words("guided-saved").startsWith("Saved"), () -> "the session on the disk");

        OpenWindow next = open(world, robot);
        shows(next, "answer-lights-on-no");
        assertThat(next.words("guided-title")).isEqualTo("Network adapter");
        assertThat(robot.lookup("#guided-note").queryTextInputControl().getText()).isEqualTo("half a sen");
        assertThat(next.words("status")).isEqualTo("Welcome back. The session goes on where it was.");
        next.click("answer-lights-on-no");
        offers(next, "To the verdict");
    }

    @Test
    void checkingAgainTellsWhatBecameBetter(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("interface/no-carrier");
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        for (int step = 0; step < 3; step++) {
            offers(window, "Measure this step").click("guided-onward");
            window.until(() -> window.words("guided-onward").matches("Next: .*|To the verdict"), () -> "the way on").click("guided-onward");
        }
        window.untilVerdict("The network cable has no connection").click("step-done-1");
        world.machine().play("external/healthy-home");
        window.press(KeyCode.F5).untilVerdict("No fault was found");
        shows(window, "change");
        assertThat(window.words("status")).isEqualTo("Verdict: No fault was found");
        OpenWindow.onUiThread(() -> {
            window.window().go("handover");
            return true;
        });
        window.until(() -> window.words("handover-which").startsWith("No fault was found (checked "), () -> "the session handed over");
    }

    /** A question that decides nothing: its answer leaves the page where it is, and what was marked as done stays marked. */
    @Test
    void anAnswerMovesNothingAndForgetsNoMark(FxRobot robot) {
        OpenWindow window = toTheVerdict(FakeWorld.accepted("gateway/gateway-absent"), robot);
        window.click("step-done-1");
        assertThat(window.words("step-done-1")).isEqualTo("Done, and noted");
        ToggleButton yes = OpenWindow.onUiThread(() -> robot.lookup(".guided-question.asked .answer").<ToggleButton>query());
        String id = yes.getId();
        OpenWindow.onUiThread(() -> {
            yes.requestFocus();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        double before = OpenWindow.onUiThread(() -> height(robot, id));
        window.click(id).until(() -> robot.lookup("#" + id).<ToggleButton>query().isSelected(), () -> "the answer");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(OpenWindow.onUiThread(() -> height(robot, id))).isCloseTo(before, within(2.0));
        assertThat(window.focusOwner().getId()).isEqualTo(id);
        assertThat(window.words("step-done-1")).isEqualTo("Done, and noted");
    }

    private static double height(FxRobot robot, String id) {
        Node node = robot.lookup("#" + id).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private OpenWindow toTheVerdict(FakeWorld world, FxRobot robot) {
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        for (int step = 0; step < 6 && !window.shows("verdict-title"); step++) {
            offers(window, "Measure this step").press(KeyCode.ENTER);
            window.until(() -> window.words("guided-onward").matches("Next: .*|To the verdict"), () -> "the way on").press(KeyCode.ENTER);
            window.until(() -> window.shows("verdict-title") || window.words("guided-onward").equals("Measure this step"), () -> "the next step");
        }
        return window;
    }

    @Test
    void aFinishedSessionIsFoundByItsTicketAndTakenUpAgain(FxRobot robot) {
        OpenWindow window = toTheVerdict(FakeWorld.accepted("gateway/gateway-absent"), robot);
        seen(window, robot, "guided-ticket");
        robot.write("INC-99");
        window.until(() -> window.words("guided-saved").startsWith("Saved"), () -> "the session on the disk").click("guided-finish");
        shows(window, "guided-earlier");
        window.type("guided-search", "98");
        assertThat(robot.lookup("#guided-earlier .button").queryAll()).isEmpty();
        window.type("guided-search", "inc-99");
        robot.clickOn("#guided-earlier .button");
        window.untilVerdict("Nobody answers at the router's address");
        assertThat(robot.lookup("#guided-ticket").queryTextInputControl().getText()).isEqualTo("INC-99");
    }

    @Test
    void theWindowOpensOnTheSessionThatWasInterrupted(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted(CABLE_OUT);
        OpenWindow killed = toTheQuestion(world, robot);
        killed.until(() -> killed.words("guided-saved").startsWith("Saved"), () -> "the session on the disk");

        OpenWindow next = OpenWindow.of(world, stage, robot);
        open.add(next);
        OpenWindow.onUiThread(() -> {
            next.window().resume();
            return true;
        });
        shows(next, "guided-title");
        assertThat(next.words("guided-title")).isEqualTo("Network adapter");
    }

    /** The look at the disk may take longer than a person who presses Check now. */
    @Test
    void aCheckThatWasBegunStaysInSight(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted(CABLE_OUT);
        OpenWindow killed = toTheQuestion(world, robot);
        killed.until(() -> killed.words("guided-saved").startsWith("Saved"), () -> "the session on the disk");

        world.machine().hang("talkToSelf");
        OpenWindow next = OpenWindow.of(world, stage, robot);
        open.add(next);
        next.press(KeyCode.F5).until(() -> next.window().front().lasts(), () -> "a check");
        OpenWindow.onUiThread(() -> {
            next.window().resume();
            return true;
        });
        next.until(() -> Thread.getAllStackTraces().keySet().stream().map(Thread::getName).noneMatch("resume"::equals), () -> "the look at the disk");
        assertThat(OpenWindow.onUiThread(() -> next.window().front())).isInstanceOf(QuickCheckPage.class);
    }

    @Test
    void escapeCancelsAStepAndKeepsTheSession(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        world.machine().hang("talkToSelf");
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        offers(window, "Measure this step").click("guided-onward");
        shows(window, "guided-cancel").press(KeyCode.ESCAPE);
        offers(window, "Measure this step");
        assertThat(window.words("guided-title")).isEqualTo("This computer (127.0.0.1)");
    }

    @Test
    void aStepThatIsBeingMeasuredGoesOnInTheOtherLanguage(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        world.machine().hang("talkToSelf");
        OpenWindow window = open(world, robot);
        shows(window, "guided-begin").click("guided-begin");
        offers(window, "Measure this step").click("guided-onward");
        shows(window, "guided-cancel");
        window.until(() -> world.machine().runs() == 1, () -> "a measurement");
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.withLanguage("de"));
            return true;
        });
        shows(window, "guided-cancel");
        assertThat(window.words("guided-cancel")).isEqualTo("Abbrechen");
        window.until(() -> window.words("guided-onward").startsWith("Weiter: "), () -> "the end of what was being measured");
        assertThat(world.machine().runs()).isEqualTo(1);
    }

    /** However far down one reads, the note is beside it; and a press leads to it from anywhere. */
    @Test
    void theNoteStaysInSight(FxRobot robot) {
        OpenWindow window = toTheVerdict(FakeWorld.accepted("gateway/gateway-absent"), robot);
        Node note = robot.lookup("#guided-note").query();
        ScrollPane page = robot.lookup("#guided-step").query().getParent().getParent().getParent().getParent() instanceof ScrollPane pane ? pane : fail("the page scrolls");
        OpenWindow.onUiThread(() -> {
            page.setVvalue(1);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(page.getContent().getLayoutBounds().getHeight()).isGreaterThan(page.getViewportBounds().getHeight() + 100);
        assertThat(page.localToScene(page.getLayoutBounds()).contains(note.localToScene(note.getLayoutBounds()))).isTrue();
        window.click("guided-write");
        assertThat(window.focusOwner()).isSameAs(note);
    }

    /** Every control of the step is reached by Tab alone, and names itself. */
    @Test
    void tabReachesEveryControl(FxRobot robot) {
        OpenWindow window = toTheQuestion(FakeWorld.accepted(CABLE_OUT), robot);
        List<String> met = new ArrayList<>();
        for (int presses = 0; presses < 40; presses++) {
            window.press(KeyCode.TAB);
            Optional.ofNullable(window.focusOwner()).map(Node::getId).ifPresent(met::add);
        }
        assertThat(Set.copyOf(met)).contains("answer-connected-by-cable-yes", "answer-connected-by-cable-no", "answer-connected-by-cable-unknown",
            "decline-connected-by-cable", "guided-onward", "guided-back", "guided-ticket", "guided-note", "guided-copy", "guided-finish");
        Node yes = robot.lookup("#answer-connected-by-cable-yes").query();
        assertThat(yes.getAccessibleText()).isEqualTo("Is this computer connected by a network cable? Yes");
    }
}
