package org.faultline.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.faultline.model.Report;
import org.faultline.report.picture.Box;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Look;
import org.faultline.ui.FakeWorld;
import org.faultline.ui.Screenshots;
import org.faultline.ui.UiProbe;
import org.faultline.ui.detail.NodeDetail;
import org.faultline.ui.page.Pieces;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the tree in its main states, to be looked at; drawn without a window. The fault is in sight in each that has one. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class TreeScreenshotsTest {

    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "JetBrainsMono-Regular.ttf");

    private enum State { NOTHING, RUNNING, DONE, ALL, DETAIL }

    @ParameterizedTest
    @CsvSource({
        "tree-nothing, external/healthy-home, NOTHING, en, LIGHT, 820, 560", "tree-running, external/healthy-home, RUNNING, de, DARK, 820, 560",
        "tree-healthy, external/healthy-home, DONE, de, LIGHT, 1200, 700", "tree-gateway, gateway/gateway-absent, DONE, en, DARK, 820, 560",
        "tree-dns, external/dns-unreachable, DONE, en, LIGHT, 1200, 700", "tree-loopback, loopback-ipv4/loopback-down, DONE, de, DARK, 820, 560",
        "tree-slow, gateway/gateway-slow, DONE, en, LIGHT, 820, 560", "tree-all, external/healthy-home, ALL, en, DARK, 1200, 700",
        "tree-detail, gateway/gateway-absent, DETAIL, de, LIGHT, 1200, 700"
    })
    void picture(String name, String scenario, State state, String language, Look look, int width, int height) {
        Report report = Scenario.named(scenario).report();
        Path file = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> draw(name, report, state, Locale.of(language), look, width, height));
        assertThat(file).matches(Files::isRegularFile);
    }

    private static Path draw(String name, Report report, State state, Locale locale, Look look, int width, int height) {
        FONTS.forEach(font -> Font.loadFont(Pieces.class.getResourceAsStream("/org/faultline/fonts/" + font), 13));
        TreeView tree = new TreeView(locale);
        StackPane card = new StackPane(tree);
        card.getStyleClass().add("card");
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox root = new HBox(12, card);
        root.setPadding(new Insets(12));
        root.getStyleClass().add("window");
        if (look == Look.DARK) {
            root.getStyleClass().add("dark");
        }
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(Pieces.class.getResource("/org/faultline/ui/faultline.css").toExternalForm());
        root.applyCss();
        root.layout();
        switch (state) {
            case NOTHING -> tree.showNothing();
            case RUNNING -> tree.show(Partly.of(report.diagnosis(), 33), Optional.empty(), true);
            case DONE -> tree.show(report.diagnosis(), Optional.of(report), false);
            case ALL -> {
                tree.show(report.diagnosis(), Optional.of(report), false);
                tree.openEverything();
            }
            case DETAIL -> root.getChildren().add(detail(tree, report, locale));
        }
        root.applyCss();
        root.layout();
        report.diagnosis().verdict().finding().filter(_ -> state == State.DONE).ifPresent(_ -> faultIsInSight(tree));
        return Screenshots.take(scene, name);
    }

    private static void faultIsInSight(TreeView tree) {
        BoxNode fault = (BoxNode) tree.lookup(".tree-box.strong-end");
        assertThat(fault.box().kind()).isEqualTo(Box.Kind.LEAF);
        Viewport viewport = (Viewport) tree.lookup("#tree-viewport");
        assertThat(viewport.getLayoutBounds().contains(viewport.sceneToLocal(fault.localToScene(fault.getLayoutBounds())))).isTrue();
    }

    private static NodeDetail detail(TreeView tree, Report report, Locale locale) {
        NodeDetail detail = new NodeDetail(new FakeWorld("external/healthy-home", settings -> settings.withLanguage(locale.getLanguage())).around());
        detail.setMinWidth(380);
        detail.setPrefWidth(380);
        detail.onBack(() -> { });
        tree.onSelected(ref -> detail.show(ref, report.diagnosis(), report.observations(), "linux"));
        tree.show(report.diagnosis(), Optional.of(report), false);
        ((BoxNode) tree.lookup(".tree-box.strong-end")).executeAccessibleAction(AccessibleAction.FIRE);
        return detail;
    }
}
