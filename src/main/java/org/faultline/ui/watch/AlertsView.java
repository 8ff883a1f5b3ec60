package org.faultline.ui.watch;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.watch.AlertForm.Field;

/** Where a person says who else is to be told: one line for each way, with what is wrong about it below. */
final class AlertsView {

    private final Texts texts;
    private final CheckBox notify;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> wrong = new EnumMap<>(Field.class);
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final GridPane lines = new GridPane();
    private final ScrollPane root = Pieces.scrolled(lines);

    AlertsView(Texts texts, AlertForm form) {
        this.texts = texts;
        this.notify = new CheckBox(texts.get("notify"));
        notify.setId("alert-notify");
        notify.setSelected(form.desktop());
        lines.getStyleClass().add("watch-alerts");
        lines.getColumnConstraints().setAll(new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE), growing());
        lines.add(notify, 1, 0);
        for (Field field : Field.values()) {
            addLine(field, form.text(field));
        }
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void addLine(Field field, String text) {
        TextField line = new TextField(text);
        line.setId("alert-" + field.id());
        line.setPromptText(texts.get("alert." + field.id() + ".prompt"));
        line.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(texts.get("alert." + field.id()));
        label.setLabelFor(line);
        Label problem = Pieces.text("", "problem");
        problem.setId("alert-" + field.id() + "-problem");
        Pieces.visibleWhile(problem, problem.textProperty().isNotEmpty());
        VBox told = new VBox(line, problem, Pieces.text(texts.get("alert." + field.id() + ".hint"), "small", "muted"));
        GridPane.setValignment(label, VPos.TOP);
        label.minHeightProperty().bind(line.heightProperty());
        int row = field.ordinal() + 1;
        lines.add(label, 0, row);
        lines.add(told, 1, row);
        fields.put(field, line);
        wrong.put(field, problem);
        line.textProperty().addListener((_, _, _) -> wrong(field, ""));
    }

    ScrollPane root() {
        return root;
    }

    BooleanProperty open() {
        return open;
    }

    void setDisable(boolean disable) {
        lines.setDisable(disable);
    }

    /** What stands in it now. */
    AlertForm form() {
        Map<Field, String> written = new EnumMap<>(Field.class);
        fields.forEach((field, line) -> written.put(field, line.getText()));
        return new AlertForm(notify.isSelected(), written);
    }

    /** Goes on with what was being written into another. */
    void takeOver(AlertsView before) {
        notify.setSelected(before.notify.isSelected());
        fields.forEach((field, line) -> line.setText(before.fields.get(field).getText()));
        open.set(before.open.get());
    }

    /** Says what is wrong with each field, opens itself for it, and leads to the first. */
    void show(AlertForm form, Map<Field, String> problems) {
        for (Field field : Field.values()) {
            wrong(field, problems.containsKey(field) ? texts.get("alert.wrong." + problems.get(field), form.text(field)) : "");
        }
        if (!problems.isEmpty()) {
            open.set(true);
            fields.get(problems.keySet().iterator().next()).requestFocus();
        }
    }

    /** Says what could not be had beside the field that asked for it. */
    void show(Field field, String words) {
        wrong(field, words);
        open.set(true);
        fields.get(field).requestFocus();
    }

    private void wrong(Field field, String words) {
        wrong.get(field).setText(words);
        fields.get(field).getStyleClass().remove("wrong");
        if (!words.isEmpty()) {
            fields.get(field).getStyleClass().add("wrong");
        }
    }
}
