package org.faultline.ui.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.wizard.ConsentModel;
import org.faultline.ui.wizard.TargetsForm;

/** Where the targets are changed once the first check has been: saved or left as they were, and nothing is checked by it. */
final class TargetsEditor extends StackPane {

    private final Texts words;
    private final ConsentModel model;
    private final TargetsForm form;
    private final CheckBox outward;
    private final Label problem = Pieces.text("", "problem");
    private final Consumer<UnaryOperator<Settings>> save;

    /** @param save takes the change and leaves; @param cancel leaves */
    TargetsEditor(Surroundings around, Consumer<UnaryOperator<Settings>> save, Runnable cancel) {
        Settings now = around.choices().now();
        this.words = around.texts("settings");
        Texts check = around.texts("check");
        this.save = save;
        this.model = new ConsentModel(now, around.folders().settings());
        this.form = new TargetsForm(check, model, true);
        this.outward = new CheckBox(words.get("targets.outward"));
        outward.setId("targets-outward");
        outward.setWrapText(true);
        outward.setSelected(now.consent() == Consent.ACCEPTED);
        form.disableProperty().bind(outward.selectedProperty().not());
        problem.setId("targets-problem");
        problem.setGraphic(Pieces.icon(Mark.FAULT));
        Pieces.visibleWhile(problem, problem.textProperty().isNotEmpty());
        VBox told = new VBox(Pieces.text(words.get("contacted"), "page-title"), Pieces.text(words.get("targets.what")), outward, form, usual(),
            Pieces.text(check.get("consent.resolvers"), "small", "muted"));
        told.getStyleClass().add("consent-told");
        ScrollPane scroll = Pieces.scrolled(told);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox foot = new VBox(problem, buttons(cancel));
        foot.getStyleClass().add("consent-foot");
        VBox card = Pieces.card(scroll, foot);
        card.getStyleClass().add("consent-card");
        setId("targets-editor");
        getChildren().add(card);
    }

    private Button usual() {
        Button usual = Pieces.button(words.get("targets.usual"), this::putBack);
        usual.setId("targets-usual");
        usual.disableProperty().bind(outward.selectedProperty().not());
        return usual;
    }

    private FlowPane buttons(Runnable cancel) {
        Button ready = Pieces.mainButton(words.get("targets.save"), this::save);
        ready.setId("targets-save");
        ready.setDefaultButton(true);
        Button leave = Pieces.button(words.get("targets.cancel"), cancel);
        leave.setId("targets-cancel");
        FlowPane buttons = new FlowPane(ready, leave);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    /** Nothing is saved by it. */
    private void putBack() {
        problem.setText("");
        model.putBack();
        form.show();
    }

    /** Whoever contacts nothing outside keeps the targets as they were, and has answered the question whether to. */
    private void save() {
        problem.setText("");
        if (!outward.isSelected()) {
            save.accept(settings -> settings.with(Consent.REFUSED));
        } else if (form.check()) {
            model.problem().ifPresentOrElse(whole -> problem.setText(whole.message()), () -> save.accept(_ -> model.accepted()));
        }
    }

    @Override
    public void requestFocus() {
        outward.requestFocus();
    }
}
