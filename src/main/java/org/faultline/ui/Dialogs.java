package org.faultline.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.faultline.report.Texts;
import org.faultline.ui.page.Choices;

/** Dialogs over a window, in its looks. None of them waits: a run that goes on is shown going on. */
final class Dialogs {

    /** Of a problem; more scrolls. */
    private static final int DETAIL_LINES = 5;

    private final Window owner;
    private final Choices choices;

    Dialogs(Window owner, Choices choices) {
        this.owner = owner;
        this.choices = choices;
    }

    /** What went wrong, with details to unfold where there are any. */
    void problem(Texts words, String sentence, String details) {
        Alert alert = over(words, Alert.AlertType.WARNING, sentence, words.get("problem"));
        if (!details.isEmpty()) {
            TextArea area = new TextArea(details);
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefRowCount(DETAIL_LINES);
            StackPane room = new StackPane(area);
            room.getStyleClass().add("problem-details");
            alert.getDialogPane().setExpandableContent(room);
        }
        alert.show();
    }

    /** What is worth knowing; nothing went wrong. */
    void note(Texts words, String head, String sentence) {
        over(words, Alert.AlertType.INFORMATION, sentence, head).show();
    }

    /** @param action what is done after a yes, and the word on its button */
    void ask(Texts words, String question, String action, Runnable yes) {
        ButtonType agreed = new ButtonType(action, ButtonData.OK_DONE);
        Alert alert = over(words, Alert.AlertType.CONFIRMATION, question, action);
        alert.getButtonTypes().setAll(agreed, new ButtonType(words.get("cancel"), ButtonData.CANCEL_CLOSE));
        alert.setOnHidden(_ -> {
            if (alert.getResult() == agreed) {
                yes.run();
            }
        });
        alert.show();
    }

    /** The title and the words of a toolkit's own dialog are those of the system's language. */
    private Alert over(Texts words, Alert.AlertType type, String sentence, String head) {
        Alert alert = new Alert(Alert.AlertType.NONE);
        alert.setDialogPane(new DetailsPane(words));
        alert.setAlertType(type);
        alert.setContentText(sentence);
        alert.setTitle(words.get("window.title"));
        alert.initOwner(owner);
        alert.setHeaderText(head);
        Runnable rest = Theme.follow(alert.getDialogPane().getScene(), choices);
        alert.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> rest.run());
        return alert;
    }
}
