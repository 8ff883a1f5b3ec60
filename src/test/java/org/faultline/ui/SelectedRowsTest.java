package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What is chosen or still empty can be read in both looks: computed from the colours that the controls really have. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class SelectedRowsTest {

    private static final int PATIENCE_MS = 30_000;

    private static FakeWorld world(Look look) {
        return new FakeWorld("ports/exposed", settings -> settings.with(look).with(Consent.ACCEPTED));
    }

    @ParameterizedTest
    @EnumSource(value = Look.class, names = {"LIGHT", "DARK"})
    void theSelectedRowOfATableCanBeRead(Look look) throws TimeoutException {
        Scene scene = opened(world(look), "ports");
        WaitForAsyncUtils.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS,
            () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> !((TableView<?>) scene.lookup("#ports-table")).getItems().isEmpty()));
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            TableView<?> table = (TableView<?>) scene.lookup("#ports-table");
            table.getSelectionModel().select(0);
            styled(scene);
            Screenshots.take(scene, "ports-selected-" + look);
            Region row = (Region) table.lookup(".table-row-cell:selected");
            Labeled cell = (Labeled) row.lookup(".table-cell");
            assertThat(Contrast.between((Color) cell.getTextFill(), ground(row))).isGreaterThanOrEqualTo(Contrast.LEAST);
        });
    }

    /** The look is changed while the page is open, as in the settings. */
    @Test
    void theHintOfAnEmptyFieldCanBeReadAfterTheLookWasChanged() {
        FakeWorld world = world(Look.LIGHT);
        Scene scene = opened(world, "help");
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            world.around().choices().change(settings -> settings.with(Look.DARK));
            styled(scene);
            Screenshots.take(scene, "help-prompt-dark");
            TextField search = (TextField) scene.lookup("#help-search");
            assertThat(Contrast.between(prompt(search), ground(search))).isGreaterThanOrEqualTo(Contrast.LEAST);
        });
    }

    private static Scene opened(FakeWorld world, String page) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {
            Window window = world.window(new Stage());
            Scene scene = window.scene(1280, 800);
            window.go(page);
            styled(scene);
            return scene;
        });
    }

    private static void styled(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Color ground(Region region) {
        return (Color) region.getBackground().getFills().getLast().getFill();
    }

    private static Color prompt(TextField field) {
        List<CssMetaData<? extends Styleable, ?>> known = field.getCssMetaData();
        return known.stream().filter(data -> data.getProperty().equals("-fx-prompt-text-fill")).map(data -> (Color) value(data, field)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Object value(CssMetaData<? extends Styleable, ?> data, Node node) {
        return ((CssMetaData<Node, ?>) data).getStyleableProperty(node).getValue();
    }
}
