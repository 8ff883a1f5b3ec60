package org.faultline.ui.redaction;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.faultline.model.Printable;
import org.faultline.report.Redaction;
import org.faultline.report.Texts;
import org.faultline.report.redaction.Passage;
import org.faultline.report.redaction.Passage.Piece;
import org.faultline.ui.page.Pieces;

/**
 * A preview of a redaction: every text of the report in which something is replaced, with the old struck through and the token behind it.
 * For a dialog or a page that is about to export.
 */
public final class RedactionView extends VBox {

    private final Texts texts;
    private final PlaceWords places;
    private final Label count = Pieces.text("", "muted");
    private final ListView<Passage> passages = new ListView<>();

    public RedactionView(Locale locale) {
        texts = new Texts("redaction", locale);
        places = new PlaceWords(texts);
        count.setId("redaction-count");
        passages.setId("redaction-passages");
        passages.setAccessibleText(texts.get("title"));
        passages.setPlaceholder(Pieces.text(texts.get("nothing"), "muted"));
        passages.setCellFactory(_ -> new PassageCell());
        VBox.setVgrow(passages, Priority.ALWAYS);
        getStyleClass().add("redaction");
        getChildren().setAll(count, passages);
    }

    /** Shows this redaction in place of the one before. */
    public void show(Redaction redaction) {
        List<Passage> touched = redaction.passages().stream().filter(passage -> passage.pieces().stream().anyMatch(piece -> piece.token().isPresent())).toList();
        count.setText(texts.counted("count", redaction.replacements().size(), redaction.count()));
        passages.getItems().setAll(touched);
    }

    private final class PassageCell extends ListCell<Passage> {
        @Override
        protected void updateItem(Passage passage, boolean empty) {
            super.updateItem(passage, empty);
            setText(null);
            setGraphic(empty || passage == null ? null : new VBox(Pieces.text(places.of(passage.where()), "small", "muted"), flow(passage)));
            setTooltip(empty || passage == null ? null : new Tooltip(passage.where()));
        }

        private Node flow(Passage passage) {
            TextFlow flow = new TextFlow();
            for (Piece piece : passage.pieces()) {
                flow.getChildren().add(text(piece.original(), piece.token().isPresent() ? "redacted-old" : "redacted-open"));
                piece.token().ifPresent(token -> flow.getChildren().add(text(" " + token, "redacted-token")));
            }
            flow.setAccessibleRole(AccessibleRole.TEXT);
            flow.setAccessibleText(passage.redacted());
            flow.maxWidthProperty().bind(getListView().widthProperty().subtract(40));
            return flow;
        }

        private Text text(String words, String style) {
            Text text = new Text(Printable.of(words));
            text.getStyleClass().add(style);
            text.setStrikethrough(style.equals("redacted-old"));
            return text;
        }
    }
}
