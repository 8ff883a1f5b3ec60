package org.faultline.ui.wizard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.faultline.report.Texts;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.wizard.ConsentModel.Kind;
import org.faultline.ui.wizard.ConsentModel.Target;

/** Every target with a box to leave it out and a field to replace it; what cannot be used is said right below its field. */
public final class TargetsForm extends GridPane {

    private final Texts texts;
    private final ConsentModel model;
    private final boolean grows;
    private final Map<Target, Entry> entries = new HashMap<>();

    /** What belongs to one target. */
    private record Entry(TextField field, Label wrong) { }

    /**
     * @param texts the words of the check
     * @param grows whether targets can be added
     */
    public TargetsForm(Texts texts, ConsentModel model, boolean grows) {
        this.texts = texts;
        this.model = model;
        this.grows = grows;
        setId("consent-targets");
        getStyleClass().add("targets");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), grow, new ColumnConstraints());
        show();
    }

    /** The targets as they stand in the model now. */
    public void show() {
        getChildren().clear();
        entries.clear();
        int row = 0;
        for (Kind kind : Kind.values()) {
            List<Target> targets = model.targets().stream().filter(target -> target.kind() == kind).toList();
            boolean more = grows && model.takesMore(kind);
            if (more || !targets.isEmpty()) {
                add(Pieces.text(texts.get("target." + kind.key()), "small", "muted", "target-kind"), 0, row++, 3, 1);
            }
            for (int at = 0; at < targets.size(); at++, row += 2) {
                add(row, targets.get(at), kind.key() + "-" + (at + 1));
            }
            if (more) {
                add(another(kind), 1, row++, 2, 1);
            }
        }
    }

    private Node another(Kind kind) {
        Node another = Pieces.link(texts.get("target.add." + kind.key()), () -> {
            Target added = model.add(kind);
            show();
            entries.get(added).field().requestFocus();
        });
        another.setId("target-add-" + kind.key());
        return another;
    }

    private void add(int row, Target target, String id) {
        CheckBox on = new CheckBox();
        on.setSelected(target.on());
        on.setId("on-" + id);
        on.setAccessibleText(texts.get("target.on", target.text()));
        TextField field = new TextField(target.text());
        field.setAccessibleText(texts.get("target.replace", target.text()));
        field.getStyleClass().add("target");
        field.setId("target-" + id);
        field.disableProperty().bind(on.selectedProperty().not());
        Label wrong = Pieces.text("", "problem", "small");
        wrong.setId("problem-" + id);
        wrong.setGraphic(Pieces.icon(Mark.FAULT));
        wrong.setVisible(false);
        wrong.managedProperty().bind(wrong.visibleProperty());
        Entry entry = new Entry(field, wrong);
        entries.put(target, entry);
        Label operator = new Label(operator(target.text()));
        operator.getStyleClass().addAll("small", "muted");
        field.textProperty().addListener((_, _, text) -> {
            target.replaceBy(text);
            operator.setText(operator(text));
            clear(entry);
        });
        on.selectedProperty().addListener((_, _, wanted) -> {
            target.switchOn(wanted);
            clear(entry);
        });
        addRow(row, on, field, operator);
        add(wrong, 1, row + 1, 2, 1);
    }

    private String operator(String text) {
        return ConsentModel.operator(text).orElseGet(() -> texts.get("operator.own"));
    }

    /**
     * Says of each target that cannot be used what would be right, and puts the keyboard at the first of them.
     *
     * @return whether all can be used
     */
    public boolean check() {
        entries.values().forEach(this::clear);
        List<Target> wrong = model.wrong();
        wrong.forEach(target -> tell(entries.get(target), target));
        wrong.stream().findFirst().ifPresent(target -> entries.get(target).field().requestFocus());
        return wrong.isEmpty();
    }

    private void tell(Entry entry, Target target) {
        entry.wrong().setText(target.text().isEmpty() ? texts.get("target.wrong.empty")
            : texts.get("target.wrong." + target.kind().key(), target.text()));
        entry.wrong().setVisible(true);
        entry.field().setAccessibleHelp(entry.wrong().getText());
        entry.field().getStyleClass().add("wrong");
    }

    private void clear(Entry entry) {
        entry.wrong().setVisible(false);
        entry.field().setAccessibleHelp("");
        entry.field().getStyleClass().remove("wrong");
    }
}
