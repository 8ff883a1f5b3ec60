package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.faultline.scenario.Scenario;
import org.faultline.ui.page.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In the whole window: a press on the tree tells about the place, and a press leads back to the verdict. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class TreeDetailTest {

    private final FakeWorld world = FakeWorld.accepted("gateway/gateway-absent");
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        world.show(stage).show(Scenario.named("gateway/gateway-absent").report(), new Origin.Here());
    }

    private Optional<Node> find(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Optional.ofNullable(stage.getScene().lookup(id)));
    }

    /** As a screen reader presses; in a window of this size the tree lies below what is in sight. */
    private static void fire(Node node) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> node.executeAccessibleAction(AccessibleAction.FIRE));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aPlaceThatCouldNotBeMeasuredSaysWhyWithoutAPress() {
        assertThat(find(".tree-box.unknown.question").orElseThrow().getAccessibleText())
            .isEqualTo("Question: Does another of our default routers answer? Answer: unknown. This computer knows no second router for this kind of address (IPv4 or IPv6).");
    }

    @Test
    void aPressTellsAndAnotherLeadsBack() {
        assertThat(find("#node-detail")).isEmpty();
        fire(find(".tree-box.strong-end").orElseThrow());
        assertThat(find("#detail-title")).hasValueSatisfying(title -> assertThat(((Labeled) title).getText()).isEqualTo("Nobody answers at the router's address"));
        assertThat(find("#verdict-title")).isEmpty();
        fire(find("#detail-back").orElseThrow());
        assertThat(find("#verdict-title")).isPresent();
        assertThat(find("#node-detail")).isEmpty();
    }
}
