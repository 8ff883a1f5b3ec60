package org.faultline.ui.page;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Columns as wide as the longest of their words: they share the room of the table where it has enough, and scroll aside where it has not. */
final class WholeColumns {

    /** In sizes of the text: what stands around the words of a cell, and the mark in the first. */
    private static final double AROUND = 2.2;
    private static final double MARK = 1.9;

    private WholeColumns() { }

    /** @param letters a label of at least the size of the table's text */
    static void keep(TableView<?> table, Label letters) {
        Runnable fit = () -> fit(table, letters.getFont());
        table.widthProperty().addListener(_ -> fit.run());
        table.itemsProperty().get().addListener((ListChangeListener<Object>) _ -> fit.run());
        letters.fontProperty().addListener(_ -> fit.run());
    }

    private static void fit(TableView<?> table, Font font) {
        double all = 0;
        for (TableColumn<?, ?> column : table.getColumns()) {
            boolean first = column == table.getColumns().getFirst();
            double wide = Math.ceil(longest(table, column, font) + (first ? AROUND + MARK : AROUND) * font.getSize());
            column.setMinWidth(wide);
            column.setPrefWidth(wide);
            all += wide;
        }
        table.setColumnResizePolicy(all + 2 <= table.getWidth() ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    private static double longest(TableView<?> table, TableColumn<?, ?> column, Font font) {
        return Stream.concat(Stream.of(column.getText()), IntStream.range(0, table.getItems().size()).mapToObj(row -> String.valueOf(column.getCellData(row))))
            .mapToDouble(words -> width(words, font)).max().orElse(0);
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
