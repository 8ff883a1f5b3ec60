package org.faultline.ui.history;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.report.ShownTime;
import org.faultline.store.History.Entry;
import org.faultline.store.RunWords;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;

/** A kept run as a line of the list: a sign, what came out in words with the code small below, and when it was. */
final class RunCell extends ListCell<Entry> {

    private final RunWords words;
    private final ShownTime time;

    /** @param open of a double press on it */
    RunCell(Surroundings around, Runnable open) {
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
                open.run();
            }
        });
        this.words = new RunWords(around.locale());
        this.time = ShownTime.here(around.locale());
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        Optional<Entry> shown = empty ? Optional.empty() : Optional.ofNullable(entry);
        setGraphic(shown.map(this::line).orElse(null));
        setAccessibleText(shown.map(run -> words.verdict(run) + ": " + words.title(run) + words.about(run).map(told -> ", " + told).orElse("") + ", " + time.of(run.started())).orElse(""));
    }

    private Node line(Entry entry) {
        String word = words.verdict(entry);
        String code = entry.code().equals(entry.status().id()) ? "" : " · " + entry.code();
        String about = words.about(entry).map(told -> " · " + told).orElse("");
        VBox told = new VBox(Pieces.text(words.title(entry)), Pieces.text(word + code + about, "small", "muted"));
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        Label when = new Label(time.of(entry.started()));
        when.getStyleClass().addAll("small", "muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(Pieces.icon(entry.part().isPresent() ? Mark.INFO : Mark.of(entry.status())), told, when);
        line.getStyleClass().add("history-line");
        line.setPrefWidth(0);
        return line;
    }
}
