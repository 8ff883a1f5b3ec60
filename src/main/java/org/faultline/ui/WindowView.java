package org.faultline.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.ui.page.AfterFrames;
import org.faultline.ui.page.LateScroll;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.Ikon;

/** The window's own layout: the navigation at the left, the head with the tools of the page, the page, the status bar. */
final class WindowView {

    private final Texts words;
    private final Map<String, String> titles;
    private final Consumer<String> go;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();

    /** A page that needs more room than there is scrolls; head and status bar stay where they are. */
    private Optional<ScrollPane> roomy = Optional.empty();
    private final Head head = new Head();
    private final Label status = new Label();
    private final ToggleGroup places = new ToggleGroup();
    private final ToggleGroup ways = new ToggleGroup();
    private final Map<String, ToggleButton> navigation = new LinkedHashMap<>();
    private final Map<String, ToggleButton> modes = new LinkedHashMap<>();
    private String lastMode;

    /** @param titles of the pages, by their id */
    WindowView(Texts words, List<PageEntry> entries, Map<String, String> titles, Consumer<String> go) {
        this.titles = titles;
        this.go = go;
        this.words = words;
        this.lastMode = entries.getFirst().id();
        root.getStyleClass().add("window");
        if (!System.getProperty("os.name", "").startsWith("Mac")) {
            root.setTop(placeOfMenu());
        }
        LateScroll rail = new LateScroll(rail(entries), Pieces::roomy);
        root.setLeft(rail);
        entries.stream().filter(PageEntry::mode).forEach(this::addMode);
        head.modes(List.copyOf(modes.values()), words.get("modes"));
        content.getStyleClass().add("content");
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.setCenter(new VBox(head, content, statusBar()));
        AfterFrames.run(() -> {
            rail.scroll();
            explain();
        });
    }

    /** As high as the menu bar, which comes when the window is on the screen; on macOS it stands outside of the window. */
    private static Node placeOfMenu() {
        Label line = new Label();
        line.getStyleClass().add("menu-place");
        HBox place = new HBox(line);
        place.getStyleClass().add("menu-bar");
        return place;
    }

    /** The menu bar stands above everything else. */
    void menu(Node bar) {
        root.setTop(bar);
    }

    Parent root() {
        return root;
    }

    private VBox rail(List<PageEntry> entries) {
        VBox rail = new VBox();
        rail.setId("navigation");
        rail.getStyleClass().add("rail");
        rail.setAccessibleRole(AccessibleRole.TOOL_BAR);
        rail.setAccessibleText(words.get("navigation"));
        ToggleButton check = place("go-modes", words.get("modes.place"), entries.getFirst().icon(), () -> go.accept(lastMode));
        rail.getChildren().add(check);
        for (PageEntry entry : entries) {
            ToggleButton button = entry.mode() ? check
                : place("go-" + entry.id(), title(entry), entry.icon(), () -> go.accept(entry.id()));
            navigation.put(entry.id(), button);
            if (!entry.mode()) {
                rail.getChildren().add(button);
            }
        }
        return rail;
    }

    private String title(PageEntry entry) {
        return titles.get(entry.id());
    }

    private ToggleButton place(String id, String title, Ikon icon, Runnable action) {
        ToggleButton button = new ToggleButton(title, Pieces.icon(icon));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        choose(button, places, action);
        return button;
    }

    private void explain() {
        navigation.values().forEach(place -> place.setTooltip(new Tooltip(place.getText())));
    }

    private void addMode(PageEntry entry) {
        ToggleButton button = new ToggleButton(title(entry));
        button.setId("mode-" + entry.id());
        choose(button, ways, () -> go.accept(entry.id()));
        modes.put(entry.id(), button);
    }

    /** Pressing what is chosen already leaves it chosen. */
    private static void choose(ToggleButton button, ToggleGroup group, Runnable action) {
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            action.run();
        });
    }

    private HBox statusBar() {
        status.setId("status");
        status.setAccessibleRole(AccessibleRole.TEXT);
        status.setWrapText(true);
        HBox.setHgrow(status, Priority.ALWAYS);
        // What is longer than the two lines there is room for can be read all the same.
        status.textTruncatedProperty().subscribe(cut -> status.setTooltip(cut ? whole() : null));
        HBox bar = new HBox(status);
        bar.getStyleClass().add("status-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private Tooltip whole() {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(status.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(status.getWidth());
        return whole;
    }

    void show(PageEntry entry, Page page) {
        navigation.get(entry.id()).setSelected(true);
        if (entry.mode()) {
            lastMode = entry.id();
            modes.get(entry.id()).setSelected(true);
        }
        head.show(entry.mode() ? words.get("window.title") : title(entry), entry.mode(), page);
        content.getChildren().setAll(entry.mode() ? page.view() : scrolled(page.view()));
    }

    private Node scrolled(Parent page) {
        ScrollPane pane = roomy.orElseGet(() -> Pieces.roomy(new StackPane()));
        roomy = Optional.of(pane);
        if (pane.getContent() != page) {
            pane.setContent(page);
            pane.setVvalue(0);
        }
        return pane;
    }

    void tell(String sentence) {
        status.setText(sentence);
        status.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
