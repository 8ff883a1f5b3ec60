package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.store.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The check as a person does it: by mouse and by keys, on fake worlds. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
@Timeout(900)
class CheckWindowTest {

    /** Calls by which a run contacts somebody; hanging, they keep it from its end. */
    private static final String[] OUTWARD = {"echo", "connect", "dns", "http", "tls", "resolve", "whoHas", "trace"};

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
        return window;
    }

    @Test
    void nothingIsContactedBeforeTheFirstRunPageIsAnswered(FxRobot robot) {
        FakeWorld world = new FakeWorld("external/healthy-home", UnaryOperator.identity());
        OpenWindow window = open(world, robot);
        window.press(KeyCode.F5);
        assertThat(window.shows("consent")).isTrue();
        assertThat(world.machine().runs()).isZero();

        window.click("on-addresses-2").click("consent-accept").untilVerdict("No fault was found");

        world.around().choices().close();
        Settings kept = new SettingsFile(world.folders()).load().settings();
        assertThat(kept.consent()).isEqualTo(Consent.ACCEPTED);
        assertThat(kept.profile().get("addresses").toString()).doesNotContain("8.8.8.8").contains("1.1.1.1");
    }

    @Test
    void withoutLeaveTheCheckEndsAtTheRouter(FxRobot robot) {
        OpenWindow window = open(new FakeWorld("external/healthy-home", UnaryOperator.identity()), robot);
        window.click("consent-refuse").untilFinished();
        assertThat(window.station("gateway")).contains("ok");
        assertThat(window.station("external")).contains("quiet");
    }

    @Test
    void aTargetThatIsNoneIsRefusedBesideIt(FxRobot robot) {
        OpenWindow window = open(new FakeWorld("external/healthy-home", UnaryOperator.identity()), robot);
        window.type("target-addresses-1", "not an address").click("consent-accept");
        assertThat(window.words("problem-addresses-1")).startsWith("\"not an address\" is not an address.");
        assertThat(window.focusOwner().getId()).isEqualTo("target-addresses-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "external/healthy-home | No fault was found | external | ok",
        "loopback-ipv4/loopback-down | The computer's internal connection is switched off | loopback-ipv4 | fault",
        "interface/no-carrier | The network cable has no connection | interface | fault",
        "gateway/gateway-absent | Nobody answers at the router's address | gateway | fault",
        "external/dns-unreachable | The name server does not answer | external | fault",
        "external/captive-portal | This network asks you to sign in first | external | fault"
    })
    void onePressTellsWhereItBreaks(String scenario, String title, String stage, String state, FxRobot robot) {
        FakeWorld world = FakeWorld.accepted(scenario);
        OpenWindow window = open(world, robot);
        assertThat(world.machine().runs()).as("nothing is probed before it is asked for").isZero();
        window.click("check-now").untilVerdict(title);
        assertThat(window.station(stage)).contains(state);
        window.click("copy-summary");
        assertThat(world.desktop().copied()).singleElement().satisfies(text -> assertThat(text).contains(title).doesNotContain("\u001b"));
    }

    /** With large text there is no room for both: Enter reads, Escape leads back, and the arrows walk with the tree before one's eyes. */
    @Test
    void keysLeadFromTheTreeToWhatIsToldAndBack(FxRobot robot) {
        FakeWorld world = new FakeWorld("gateway/gateway-absent", settings -> settings.with(Consent.ACCEPTED).withTextPercent(200));
        OpenWindow window = open(world, robot);
        window.press(KeyCode.ENTER).untilVerdict("Nobody answers at the router's address");
        OpenWindow.onUiThread(() -> {
            robot.lookup(".tree-box.fault.question").query().requestFocus();
            return true;
        });
        window.press(KeyCode.END).until(() -> window.focusOwner().getStyleClass().contains("strong-end"), () -> "the end of the way");
        assertThat(window.shows("node-detail")).as("walking hides nothing").isFalse();
        Node end = window.focusOwner();
        window.press(KeyCode.ENTER).until(() -> window.words("detail-title").startsWith("Nobody answers"), () -> "what is told");
        assertThat(window.words("detail-back")).isEqualTo("Back to the tree");
        assertThat(robot.lookup("#decision-tree").query().getParent().isVisible()).isFalse();
        assertThat(window.focusOwner().getAccessibleText()).startsWith("Cause: Nobody answers at the router's address");
        window.press(KeyCode.ESCAPE).until(() -> window.focusOwner() == end, () -> "the keyboard back at the tree");
        assertThat(window.shows("node-detail")).isFalse();
        assertThat(robot.lookup("#decision-tree").query().getParent().isVisible()).isTrue();
    }

    @Test
    void checkingAgainTellsWhatBecameBetter(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
        OpenWindow window = open(world, robot);
        window.press(KeyCode.ENTER).untilVerdict("Nobody answers at the router's address");
        world.machine().play("external/healthy-home");
        window.press(KeyCode.F5).untilVerdict("No fault was found");
        assertThat(window.shows("change")).isTrue();
    }

    /** On a page with nothing of its own to do again. */
    @Test
    void f5IsTheCheckOnEveryOtherPage(FxRobot robot) {
        OpenWindow window = open(FakeWorld.accepted("external/healthy-home"), robot);
        OpenWindow.onUiThread(() -> {
            window.window().go("help");
            return true;
        });
        window.press(KeyCode.F5).untilVerdict("No fault was found");
    }

    /** Synchronously: not even one frame lies between the key and what is seen of it. */
    @Test
    void escapeIsSeenAtOnceThoughAllProbesHang(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        world.machine().hang(OUTWARD);
        OpenWindow window = open(world, robot);
        window.press(KeyCode.F5).until(() -> world.machine().runs() == 1, () -> "a run");
        String seen = OpenWindow.onUiThread(() -> {
            window.scene().getRoot().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return window.words("verdict-title");
        });
        assertThat(seen).isEqualTo("Cancelled");
        window.until(() -> window.words("status").startsWith("Cancelled after"), () -> "the end of a cancelled run");
        assertThat(window.words("verdict-title")).isNotEqualTo("No fault was found");
    }

    @Test
    void onlyTheLastOfTwoRunsIsHeard(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
        world.machine().hang(OUTWARD);
        OpenWindow window = open(world, robot);
        window.press(KeyCode.F5).until(() -> world.machine().runs() == 1, () -> "a run");
        Set<Thread> first = checks();
        world.machine().hang();
        world.machine().play("external/healthy-home");
        window.press(KeyCode.F5).untilVerdict("No fault was found");
        window.until(() -> first.stream().noneMatch(Thread::isAlive), () -> "the end of the first run");
        assertThat(window.words("verdict-title")).isEqualTo("No fault was found");
    }

    @Test
    void closingDuringARunLeavesNoThreadBehind(FxRobot robot) throws InterruptedException {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        world.machine().hang(OUTWARD);
        OpenWindow window = open(world, robot);
        Set<Thread> checks = ConcurrentHashMap.newKeySet();
        window.press(KeyCode.F5).until(() -> {
            Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("check-")).forEach(checks::add);
            return !checks.isEmpty();
        }, () -> "a run");
        window.close();
        for (Thread check : checks) {
            check.join(10_000);
        }
        assertThat(checks).noneMatch(Thread::isAlive);
    }

    private static Set<Thread> checks() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("check-")).collect(Collectors.toSet());
    }

    /** Probes that stall hold threads of their own, never the one that draws: a tenth of a second is what a person notices. */
    @Test
    void noPulseIsHeldUpWhileProbesStall(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        OpenWindow window = open(world, robot);
        window.press(KeyCode.F5).untilVerdict("No fault was found");
        world.machine().hang(OUTWARD);
        PulseLoad load = OpenWindow.onUiThread(() -> PulseLoad.begin(window.scene()));
        world.work(load::piece);
        window.press(KeyCode.F5).until(() -> world.machine().runs() == 2, () -> "a run");
        window.until(() -> window.words("time-left").matches("about [1-5] s left"), () -> "the time left").untilFinished();
        Duration longest = OpenWindow.onUiThread(load::end);
        assertThat(load.pulses()).isPositive();
        assertThat(longest).as("what a pulse had to wait for").isPositive().isLessThan(Duration.ofMillis(100));
    }

    @Test
    void darkIsDarkAtOnce(FxRobot robot) {
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        OpenWindow window = open(world, robot);
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.with(Look.LIGHT));
            return true;
        });
        assertThat(brightness(window)).isGreaterThan(0.9);
        OpenWindow.onUiThread(() -> {
            world.around().choices().change(settings -> settings.with(Look.DARK));
            return true;
        });
        assertThat(brightness(window)).isLessThan(0.2);
    }

    private static double brightness(OpenWindow window) {
        Color head = OpenWindow.onUiThread(() -> window.scene().snapshot(null).getPixelReader().getColor(400, 60));
        return head.getBrightness();
    }

    /** From the first start to the clipboard without a mouse. */
    @Test
    void theKeyboardIsEnough(FxRobot robot) {
        FakeWorld world = new FakeWorld("gateway/gateway-absent", UnaryOperator.identity());
        OpenWindow window = open(world, robot);
        window.press(KeyCode.ENTER).untilVerdict("Nobody answers at the router's address");
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            window.press(KeyCode.TAB);
            Node owner = window.focusOwner();
            assertThat(owner.isVisible()).isTrue();
            visited.add(String.valueOf(owner.getId()));
        }
        assertThat(visited).contains("go-modes", "check", "copy-summary", "verdict-head");
        window.press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(world.desktop().copied()).hasSize(1);
    }
}
