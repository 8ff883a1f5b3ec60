package org.faultline.ui.watch;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.alert.AlertWords;
import org.faultline.model.Verdict;
import org.faultline.report.Texts;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.watch.WatchState.Told;

/** What the watch has told, newest first: a sign, what happened in words, and small below when it was and its code. */
final class ChangesView {

    private final Texts texts;
    private final AlertWords words;
    private final VBox rows = new VBox();
    private final ScrollPane root = Pieces.scrolled(rows);
    private List<Told> shown = List.of();

    ChangesView(Texts texts, AlertWords words) {
        this.texts = texts;
        this.words = words;
        rows.setId("watch-told");
        rows.getStyleClass().add("rows");
        rows.getChildren().setAll(Pieces.text(texts.get("changes.none"), "muted"));
    }

    ScrollPane root() {
        return root;
    }

    void show(List<Told> changes) {
        if (!changes.equals(shown)) {
            shown = changes;
            rows.getChildren().setAll(changes.isEmpty() ? List.of(Pieces.text(texts.get("changes.none"), "muted")) : changes.stream().map(this::row).toList());
        }
    }

    private Node row(Told told) {
        String code = told.code().isEmpty() || told.code().equals(told.status()) ? "" : " · " + told.code();
        VBox text = new VBox(Pieces.text(told.text()), Pieces.text(words.time(told.at()) + code, "small", "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Pieces.icon(mark(told)), text);
        row.getStyleClass().add("row");
        return row;
    }

    private static Mark mark(Told told) {
        return switch (told.event()) {
            case "fault", "flapping" -> told.status().equals("degraded") ? Mark.WARNING : Mark.FAULT;
            case "recovered" -> Mark.OK;
            case "undecided" -> Mark.UNKNOWN;
            case "began" -> Arrays.stream(Verdict.Status.values()).filter(status -> status.id().equals(told.status())).findFirst().map(Mark::of).orElse(Mark.INFO);
            default -> Mark.INFO;
        };
    }
}
