package org.faultline.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;

/** The window's own layout: the navigation at the left, the head with the tools of the page, the page, the status bar. */
final class WindowView {

    private final Texts words;
    private final Surroundings around;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final StackPane tools = new StackPane();
    private final Label title = new Label();
    private final Label status = new Label();
    private final Map<String, ToggleButton> navigation = new LinkedHashMap<>();

    WindowView(Surroundings around, List<PageEntry> entries, Consumer<String> go) {
        this.around = around;
        this.words = around.texts("window");
        root.getStyleClass().add("window");
        root.setLeft(rail(entries, go));
        VBox middle = new VBox(head(), content, statusBar());
        VBox.setVgrow(content, Priority.ALWAYS);
        content.getStyleClass().add("content");
        root.setCenter(middle);
    }

    Parent root() {
        return root;
    }

    private VBox rail(List<PageEntry> entries, Consumer<String> go) {
        VBox rail = new VBox();
        rail.setId("navigation");
        rail.getStyleClass().add("rail");
        rail.setAccessibleRole(AccessibleRole.TOOL_BAR);
        rail.setAccessibleText(words.get("navigation"));
        ToggleGroup group = new ToggleGroup();
        for (PageEntry entry : entries) {
            ToggleButton button = new ToggleButton(around.texts(entry.id()).get("title"), Pieces.icon(entry.icon()));
            button.setId("go-" + entry.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(button.getText()));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                go.accept(entry.id());
            });
            navigation.put(entry.id(), button);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private HBox head() {
        title.getStyleClass().add("title");
        HBox head = new HBox(title, Pieces.spring(), tools);
        tools.setAlignment(Pos.CENTER_RIGHT);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    private HBox statusBar() {
        status.setId("status");
        status.setAccessibleRole(AccessibleRole.TEXT);
        HBox bar = new HBox(status);
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    void show(PageEntry entry, Page page) {
        navigation.get(entry.id()).setSelected(true);
        title.setText(around.texts(entry.id()).get("title"));
        content.getChildren().setAll(page.view());
        tools.getChildren().setAll(page.tools());
    }

    void tell(String sentence) {
        status.setText(sentence);
        status.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
