package org.faultline.ui.tree;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Finds a question or a fault by its words or its code, one after the other. */
final class SearchBar extends HBox {

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Texts texts;
    private final Function<String, List<String>> find;
    private final Consumer<String> go;
    private final Runnable leave;
    private List<String> found = List.of();
    private int at;

    /** @param go to the place with this id; @param leave back to the tree */
    SearchBar(Texts texts, Function<String, List<String>> find, Consumer<String> go, Runnable leave) {
        this.texts = texts;
        this.find = find;
        this.go = go;
        this.leave = leave;
        field.setId("tree-search");
        field.setPromptText(texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.prompt"));
        field.setPrefColumnCount(16);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.textProperty().addListener((_, _, words) -> search(words));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.setId("tree-search-count");
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(field, count, Pieces.iconButton(MaterialDesignC.CHEVRON_UP, texts.get("search.previous"), this::previous),
            Pieces.iconButton(MaterialDesignC.CHEVRON_DOWN, texts.get("search.next"), this::next),
            Pieces.iconButton(MaterialDesignC.CLOSE, texts.get("search.close"), leave));
        setMinWidth(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tree-search");
        hide();
    }

    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
            event.consume();
        }
    }

    private void search(String words) {
        found = find.apply(words);
        at = 0;
        show();
    }

    void next() {
        turn(1);
    }

    void previous() {
        turn(-1);
    }

    private void turn(int by) {
        if (!found.isEmpty()) {
            at = Math.floorMod(at + by, found.size());
            show();
        }
    }

    private void show() {
        boolean asked = !field.getText().isBlank();
        count.setText(!asked ? "" : found.isEmpty() ? texts.get("search.none") : texts.get("search.count", at + 1, found.size()));
        count.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        if (!found.isEmpty()) {
            go.accept(found.get(at));
        }
    }
}
