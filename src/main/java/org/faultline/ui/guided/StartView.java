package org.faultline.ui.guided;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.store.GuidedSessions.Trouble;
import org.faultline.store.Settings.Consent;
import org.faultline.ui.page.Pieces;

/** Before a session: what it is, and one button that begins it. */
final class StartView extends StackPane {

    private final Button begin;

    StartView(Outlook look, GuidedState state) {
        Texts texts = look.texts();
        begin = Pieces.mainButton(texts.get("start.begin"), look.model()::begin);
        begin.setId("guided-begin");
        VBox card = Pieces.card(Pieces.text(texts.get("start.title"), "page-title"), Pieces.text(texts.get("start.summary")));
        card.getStyleClass().add("guided-start");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        if (look.around().choices().now().consent() != Consent.ACCEPTED) {
            card.getChildren().addAll(Pieces.text(texts.get("start.inside")),
                Pieces.link(texts.get("start.inside.change"), () -> look.frame().go("settings", "targets " + GuidedPage.ID)));
        }
        state.troubles().stream().map(trouble -> told(trouble, texts)).forEach(card.getChildren()::add);
        card.getChildren().add(begin);
        VBox cards = new VBox(card, new EarlierView(look, look.model().earlier()));
        cards.getStyleClass().add("guided-cards");
        look.model().listEarlier();
        ScrollPane page = Pieces.scrolled(cards);
        page.setFitToHeight(true);
        getStyleClass().add("consent");
        getChildren().add(page);
    }

    void focusOnward() {
        begin.requestFocus();
    }

    private static Node told(Trouble trouble, Texts texts) {
        VBox lines = new VBox(Pieces.text(texts.get("start.trouble", trouble.why()), "problem"));
        if (!trouble.kept().equals(trouble.file())) {
            lines.getChildren().add(Pieces.text(texts.get("start.trouble.kept", trouble.kept()), "small"));
        }
        lines.setId("guided-trouble");
        return lines;
    }
}
