package org.faultline.ui.wizard;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.store.Settings;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The first-run page: three lines on what will be contacted, every target beneath, and the choice. */
final class ConsentView extends StackPane {

    private final Texts texts;
    private final ConsentModel model;
    private final Consumer<UnaryOperator<Settings>> decide;
    private final TargetsForm form;
    private final Button accept;
    private final Label problem = Pieces.text("", "problem");

    /** @param decide takes the settings as they were decided, and goes on */
    ConsentView(Texts texts, ConsentModel model, Consumer<UnaryOperator<Settings>> decide) {
        this.texts = texts;
        this.model = model;
        this.decide = decide;
        this.form = new TargetsForm(texts, model, false);
        setId("consent");
        getStyleClass().add("consent");
        this.accept = Pieces.mainButton(texts.get("consent.accept"), this::accept);
        problem.setId("consent-problem");
        problem.setVisible(false);
        problem.managedProperty().bind(problem.visibleProperty());
        VBox told = new VBox(Pieces.text(texts.get("consent.title"), "page-title"),
            line(MaterialDesignL.LAPTOP, "consent.line.1"), line(MaterialDesignE.EARTH, "consent.line.2"), line(MaterialDesignL.LOCK, "consent.line.3"),
            Pieces.heading(texts.get("consent.targets")), form, Pieces.text(texts.get("consent.resolvers"), "small", "muted"));
        told.getStyleClass().add("consent-told");
        ScrollPane scroll = Pieces.scrolled(told);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox foot = new VBox(problem, buttons());
        foot.getStyleClass().add("consent-foot");
        VBox card = Pieces.card(scroll, foot);
        card.getStyleClass().add("consent-card");
        getChildren().add(card);
    }

    /** The answer that most people give is one key away. */
    @Override
    public void requestFocus() {
        accept.requestFocus();
    }

    private Node line(Ikon icon, String key) {
        Label words = Pieces.text(texts.get(key));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(Pieces.icon(icon), words);
        line.getStyleClass().add("consent-line");
        return line;
    }

    private Node buttons() {
        accept.setId("consent-accept");
        accept.setDefaultButton(true);
        Button refuse = Pieces.button(texts.get("consent.refuse"), () -> decide.accept(_ -> model.refused()));
        refuse.setId("consent-refuse");
        FlowPane buttons = new FlowPane(accept, refuse);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void accept() {
        problem.setVisible(false);
        if (form.check()) {
            model.problem().ifPresentOrElse(this::tell, () -> decide.accept(_ -> model.accepted()));
        }
    }

    private void tell(ConsentModel.Problem wrong) {
        problem.setText(wrong.message());
        problem.setGraphic(Pieces.icon(Mark.FAULT));
        problem.setVisible(true);
    }
}
