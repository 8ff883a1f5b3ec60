package org.faultline.ui;

import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import org.faultline.report.Texts;

/** The inside of a dialog whose way to the details speaks the language of the window, and not that of the system. */
final class DetailsPane extends DialogPane {

    private final Texts words;

    DetailsPane(Texts words) {
        this.words = words;
        getStyleClass().add("alert");
    }

    @Override
    protected Node createDetailsButton() {
        Hyperlink details = new Hyperlink();
        details.getStyleClass().add("details-button");
        details.textProperty().bind(expandedProperty().map(open -> words.get(open ? "details.hide" : "details.show")));
        details.setOnAction(_ -> setExpanded(!isExpanded()));
        return details;
    }
}
