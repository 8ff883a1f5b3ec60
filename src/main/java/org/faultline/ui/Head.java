package org.faultline.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;

/**
 * The head of the window: title and the ways to check, which never move, then the tools of the page. With little room the title goes and tools become icons;
 * with less, what stands there moves together.
 */
final class Head extends HBox {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /** In sizes of the text. */
    private static final double LEAST_ROOM = 42;
    private static final double LITTLE_ROOM = 70;
    private static final double PLENTY_OF_ROOM = 84;

    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox modes = new HBox();
    private final StackPane tools = new StackPane();

    Head() {
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subtitle.getStyleClass().add("subtitle");
        subtitle.setId("subtitle");
        modes.getStyleClass().add("modes");
        modes.setMinWidth(Region.USE_PREF_SIZE);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("head");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, modes, subtitle, Pieces.spring(), tools);
    }

    void modes(List<ToggleButton> buttons, String name) {
        buttons.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        modes.getChildren().setAll(buttons);
        modes.setAccessibleRole(AccessibleRole.TOOL_BAR);
        modes.setAccessibleText(name);
    }

    /** @param ofModes whether the page is one of the ways to check */
    void show(String name, boolean ofModes, Page page) {
        title.setText(name);
        subtitle.textProperty().bind(page.subtitle());
        boolean choice = ofModes && modes.getChildren().size() > 1;
        modes.setVisible(choice);
        modes.setManaged(choice);
        tools.getChildren().setAll(page.tools());
    }

    /** Takes what there is, and then decides what fits: what it would like must not widen the window's content. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        boolean compact = getWidth() < LITTLE_ROOM * subtitle.getFont().getSize();
        pseudoClassStateChanged(COMPACT, compact);
        pseudoClassStateChanged(TIGHT, getWidth() < LEAST_ROOM * subtitle.getFont().getSize());
        boolean named = !compact || !modes.isVisible();
        title.setManaged(named);
        title.setVisible(named);
        boolean plenty = getWidth() >= PLENTY_OF_ROOM * subtitle.getFont().getSize();
        subtitle.setManaged(plenty);
        subtitle.setVisible(plenty);
        super.layoutChildren();
    }
}
