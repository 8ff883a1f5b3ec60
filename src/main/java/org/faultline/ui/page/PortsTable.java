package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.model.Report;
import org.faultline.report.PortNotes;
import org.faultline.report.PortRow;
import org.faultline.report.Texts;

/** What listens on a computer, a row each, and below how to mend what stands open. */
public final class PortsTable extends VBox {

    /** Of its own accord it is as high as its rows, and no higher than so many. */
    private static final int ROWS = 6;
    /** In sizes of the text: a row, and the head with the rims. */
    private static final double ROW = 2.5;
    private static final double HEAD = 2.8;

    private final Texts texts;
    private final TableView<PortRow> table = new TableView<>();
    private final VBox advice = new VBox();
    private final VBox notes = new VBox();
    private final Label counted = Pieces.heading("");

    /** @param texts those of the ports */
    public PortsTable(Texts texts) {
        this.texts = texts;
        table.setId("ports-table");
        table.setAccessibleText(texts.get("title"));
        table.setPlaceholder(Pieces.text(texts.get("empty"), "muted"));
        table.getColumns().setAll(List.of(column("column.listens", this::listens), column("column.reach", PortRow::reach),
            column("column.program", PortRow::program), column("column.user", PortRow::user), column("column.usually", PortRow::usually)));
        WholeColumns.keep(table, counted);
        table.setMinHeight(0);
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(this::height, counted.fontProperty(), table.getItems()));
        VBox.setVgrow(table, Priority.ALWAYS);
        advice.getStyleClass().add("rows");
        advice.setId("ports-advice");
        getStyleClass().add("ports");
        notes.getStyleClass().add("rows");
        notes.setId("ports-notes");
        getChildren().setAll(counted, table, advice, notes);
    }

    /** What is new since the list was saved says so where it stands. */
    private String listens(PortRow row) {
        return row.fresh() ? row.listens() + " · " + texts.get("fresh") : row.listens();
    }

    private double height() {
        return (HEAD + Math.clamp(table.getItems().size(), 1, ROWS) * ROW) * counted.getFont().getSize();
    }

    private TableColumn<PortRow, String> column(String key, Function<PortRow, String> words) {
        TableColumn<PortRow, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(_ -> new ExposedCell());
        return column;
    }

    /** What stands open and should not is marked in its first column, and the words of its advice say it again; so is what is new. */
    private static final class ExposedCell extends TableCell<PortRow, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? "" : words);
            setGraphic(mark().filter(_ -> !empty && getTableView().getColumns().getFirst() == getTableColumn()).map(Pieces::icon).orElse(null));
        }

        private Optional<Mark> mark() {
            return Optional.ofNullable(getTableRow()).map(TableRow::getItem)
                .flatMap(row -> row.exposed() ? Optional.of(Mark.WARNING) : row.fresh() ? Optional.of(Mark.INFO) : Optional.empty());
        }
    }

    public void show(Report report) {
        List<PortRow> rows = PortRow.of(report, texts);
        counted.setText(texts.counted("counted", rows.size()));
        table.getItems().setAll(rows);
        advice.getChildren().setAll(PortRow.advice(report, texts).stream().map(sentence -> row(Mark.WARNING, sentence)).toList());
        notes.getChildren().setAll(PortNotes.of(report, texts).notes().stream().map(note -> row(note.odd() ? Mark.INFO : Mark.OK, note.sentence())).toList());
    }

    private static Node row(Mark mark, String sentence) {
        HBox row = new HBox(Pieces.icon(mark), Pieces.text(sentence));
        row.getStyleClass().add("row");
        return row;
    }

    /** How many listen, in words; empty before there was anything to show. */
    public String counted() {
        return counted.getText();
    }
}
