package org.faultline.ui.page;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.faultline.report.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The small pieces of which every page is laid out, so that all look and behave alike. */
public final class Pieces {

    private static final Duration CONFIRMED = Duration.seconds(2);
    private static final String CONFIRMING = "confirming";

    private Pieces() { }

    /** An icon that grows with the text and takes its colour; says nothing to a screen reader. */
    public static Icon icon(Ikon which) {
        return new Icon(which);
    }

    /** The icon of a state in its colour. */
    public static Icon icon(Mark mark) {
        Icon icon = icon(mark.icon());
        icon.getStyleClass().addAll("mark", mark.styleClass());
        return icon;
    }

    /** A label with these style classes that wraps where it gets too long. */
    public static Label text(String words, String... styleClasses) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** The title of a card or a part of one. */
    public static Label heading(String words) {
        Label heading = text(words, "heading");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        return heading;
    }

    /** A bordered box with rounded corners. */
    public static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().add("card");
        return card;
    }

    /** @param word how it stands, since a mark alone is not enough */
    public static Node standing(Mark mark, String sentence, String word) {
        return row(mark, word + ": " + sentence, sentence, word);
    }

    /** @param spoken to a screen reader, which sees no mark; @param aside small and at the right */
    static Node row(Mark mark, String spoken, String sentence, String aside) {
        AsideRow row = new AsideRow(icon(mark), text(sentence), text(aside, "mono", "small", "muted", "aside"));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(spoken);
        return row;
    }

    public static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The one button of a page that stands out. */
    public static Button mainButton(String words, Runnable action) {
        Button button = button(words, action);
        button.getStyleClass().add("main");
        return button;
    }

    /** A button at the head of the window; where there is little room its icon stands for its words. */
    public static Button tool(Ikon icon, String words, Runnable action) {
        Button button = button(words, action);
        button.setGraphic(icon(icon));
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("tool");
        return button;
    }

    /** A button of an icon alone; the words are its tooltip and what a screen reader says. */
    public static Button iconButton(Ikon icon, String words, Runnable action) {
        Button button = button("", action);
        button.setGraphic(icon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.getStyleClass().add("quiet");
        return button;
    }

    /** Words that can be pressed. */
    public static Hyperlink link(String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(_ -> action.run());
        return link;
    }

    /** What takes the room that is left. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Content that scrolls up and down and is as wide as the room it has. */
    public static ScrollPane scrolled(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("scrolled");
        return pane;
    }

    /**
     * Drawn straight onto the window. The toolkit draws what scrolls into a picture of its own first, and one into the other where one is in
     * the other: quicker only while something scrolls, and slower whenever something in it changes.
     */
    public static ScrollPane direct(ScrollPane pane) {
        pane.skinProperty().addListener((_, _, _) -> uncached(pane));
        uncached(pane);
        return pane;
    }

    private static void uncached(ScrollPane pane) {
        Optional.ofNullable(pane.lookup(".viewport")).ifPresent(view -> view.setCache(false));
    }

    /** Content that has all the room there is and scrolls up and down where that is too little for it. */
    public static ScrollPane roomy(Node content) {
        ScrollPane pane = scrolledAtOnce(content);
        pane.setFitToHeight(true);
        pane.setMinHeight(0);
        pane.setFocusTraversable(false);
        return pane;
    }

    /** What scrolls belongs to the scene at once, and can be focused before it is first drawn. */
    public static ScrollPane scrolledAtOnce(Node content) {
        ScrollPane pane = scrolled(content);
        pane.setSkin(new ScrollPaneSkin(pane));
        return pane;
    }

    /** A command, whole however long it is, with a button that copies it. */
    public static HBox command(String command, Texts words, Desktop desktop) {
        Label field = text(command, "command");
        field.setAccessibleText(words.get("command", command));
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        Hyperlink copy = link(words.get("copy"), () -> { });
        copy.setAccessibleText(words.get("copy.command", command));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            desktop.copy(command);
            confirm(copy, words.get("copied"));
        });
        HBox box = new HBox(field, copy);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("command-line");
        return box;
    }

    /** For two seconds the button itself says that it was done, where whoever pressed it looks. */
    public static void confirm(Labeled button, String done) {
        if (button.getProperties().putIfAbsent(CONFIRMING, done) != null) {
            return;
        }
        String words = button.getText();
        Node graphic = button.getGraphic();
        double least = button.getMinWidth();
        button.setMinWidth(button.getWidth());
        button.setText(done + " ✓");
        // Where there is no room for words the icon says it.
        Optional.ofNullable(graphic).ifPresent(_ -> button.setGraphic(icon(MaterialDesignC.CHECK)));
        PauseTransition pause = new PauseTransition(CONFIRMED);
        pause.setOnFinished(_ -> {
            button.setText(words);
            button.setGraphic(graphic);
            button.setMinWidth(least);
            button.getProperties().remove(CONFIRMING);
        });
        pause.play();
    }

    /** Takes no room while it is not visible. */
    public static <N extends Node> N visibleWhile(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
