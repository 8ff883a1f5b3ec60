package org.faultline.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.report.picture.NodeRef;
import org.faultline.scenario.Scenario;
import org.faultline.ui.UiProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The tree as a person uses it: pressing, walking by keys, searching, zooming. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class TreeViewTest {

    private static final Diagnosis ABSENT = Scenario.named("gateway/gateway-absent").report().diagnosis();

    private final List<NodeRef> told = new ArrayList<>();
    private TreeView tree;

    @Start
    void start(Stage stage) {
        tree = new TreeView(Locale.ENGLISH);
        tree.onSelected(told::add);
        Scene scene = new Scene(new StackPane(tree), 940, 700);
        scene.getStylesheets().add(TreeView.class.getResource("/org/faultline/ui/faultline.css").toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        tree.show(ABSENT, Optional.empty(), false);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(Stream.of(node), node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(TreeViewTest::all) : Stream.empty());
    }

    private Optional<BoxNode> box(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> all(tree).filter(node -> node instanceof BoxNode box && box.box().id().equals(id))
            .map(BoxNode.class::cast).findFirst());
    }

    private Viewport viewport() {
        return (Viewport) tree.lookup("#tree-viewport");
    }

    private void press(FxRobot robot, String id) {
        robot.clickOn(box(id).orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFaultIsInSightAndAPressTellsAboutIt(FxRobot robot) {
        String id = "gateway/gateway-owned:no/passes-so-far:no/gateway-absent";
        waitUntilStill();
        Point2D middle = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> viewport().sceneToLocal(box(id, tree)));
        assertThat(viewport().contains(middle)).isTrue();
        press(robot, id);
        assertThat(told).last().isInstanceOfSatisfying(NodeRef.OfFault.class, ref -> assertThat(ref.fault()).isEqualTo(Fault.GATEWAY_ABSENT));
    }

    private static Point2D box(String id, Node tree) {
        Node box = all(tree).filter(node -> node instanceof BoxNode one && one.box().id().equals(id)).findFirst().orElseThrow();
        return box.localToScene(box.getLayoutBounds().getCenterX(), box.getLayoutBounds().getCenterY());
    }

    @Test
    void stagesOutOfSightAreCountedAndAPressGoesThere(FxRobot robot) {
        Hyperlink before = (Hyperlink) tree.lookup("#tree-before");
        assertThat(before.getText()).matches("‹ \\d stages?");
        robot.clickOn(before);
        waitUntilStill();
        assertThat(before.isVisible()).isFalse();
        Point2D first = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> viewport().sceneToLocal(box("loopback-ipv4", tree)));
        assertThat(viewport().contains(first)).isTrue();
    }

    @Test
    void keysWalkAlongTheBranchesAndEnterOpens(FxRobot robot) {
        press(robot, "gateway/gateway-owned");
        type(robot, KeyCode.UP, KeyCode.UP);
        assertThat(told).last().isInstanceOfSatisfying(NodeRef.OfQuestion.class, ref -> assertThat(ref.question()).isEqualTo("way-out"));
        type(robot, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(box("gateway/way-out:no/way-out-refused")).isPresent();
        type(robot, KeyCode.END);
        assertThat(told).last().isInstanceOf(NodeRef.OfFault.class);
        assertThat(box("gateway/gateway-owned:no/passes-so-far:no/gateway-absent").orElseThrow().isFocused()).isTrue();
    }

    @Test
    void theSearchOpensWhatHidesAndGoesOn(FxRobot robot) {
        press(robot, "gateway/gateway-owned");
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("captive");
        WaitForAsyncUtils.waitForFxEvents();
        String counted = ((Label) tree.lookup("#tree-search-count")).getText();
        assertThat(counted).startsWith("1 of ");
        assertThat(told).last().isInstanceOfSatisfying(NodeRef.OfFault.class, ref -> assertThat(ref.fault()).isEqualTo(Fault.CAPTIVE_PORTAL));
        type(robot, KeyCode.ENTER);
        assertThat(((Label) tree.lookup("#tree-search-count")).getText()).startsWith("2 of ");
        type(robot, KeyCode.ESCAPE);
        assertThat(tree.lookup("#tree-search").getParent().isVisible()).isFalse();
    }

    @Test
    void keysZoomAndFit(FxRobot robot) {
        press(robot, "gateway/gateway-owned");
        double before = viewport().zoom();
        type(robot, KeyCode.ADD);
        waitUntilStill();
        assertThat(viewport().zoom()).isGreaterThan(before);
        type(robot, KeyCode.DIGIT0);
        waitUntilStill();
        assertThat(viewport().zoom()).isLessThan(before);
    }

    private void waitUntilStill() {
        for (int tries = 0; tries < 200 && WaitForAsyncUtils.waitForAsyncFx(5_000, () -> viewport().moving()); tries++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void itGrowsLiveAndKeepsItsNodes() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> tree.show(Partly.of(ABSENT, 3), Optional.empty(), true));
        BoxNode first = box("loopback-ipv4/loopback-up").orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> tree.show(Partly.of(ABSENT, 4), Optional.empty(), true));
        assertThat(box("loopback-ipv4/loopback-up")).containsSame(first);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> tree.show(ABSENT, Optional.empty(), false));
        assertThat(box("loopback-ipv4/loopback-up")).isEmpty();
        assertThat(box("gateway/gateway-owned:no/passes-so-far:no/gateway-absent")).isPresent();
    }

    @Test
    void everyBoxSaysWhatItIs() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> tree.openEverything());
        List<BoxNode> boxes = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> all(tree).filter(BoxNode.class::isInstance).map(BoxNode.class::cast).toList());
        assertThat(boxes).hasSizeGreaterThan(200).allSatisfy(box -> {
            assertThat(box.getAccessibleRoleDescription()).isNotBlank();
            assertThat((String) box.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isNotBlank();
        });
        assertThat(boxes.stream().filter(BoxNode::isFocusTraversable)).as("Tab enters at one box").hasSize(1);
        assertThat(box("gateway/gateway-owned").orElseThrow().getAccessibleText())
            .startsWith("Question: Does anybody on the link answer for the router's address? Answer: no; rests on ");
    }

    @Test
    void theSearchFieldHasAName() {
        assertThat(((TextField) tree.lookup("#tree-search")).getAccessibleText()).isNotBlank();
    }
}
