package org.faultline.ui.history;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Fault;
import org.faultline.model.Verdict;
import org.faultline.report.ShownTime;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.store.History.Entry;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;

/** A kept run as a line of the list: a sign, what came out in words with the code small below, and when it was. */
final class RunCell extends ListCell<Entry> {

    private final Surroundings around;
    private final Words words;
    private final Texts texts;
    private final ShownTime time;

    /** @param open of a double press on it */
    RunCell(Surroundings around, Runnable open) {
        this.around = around;
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
                open.run();
            }
        });
        this.words = new Words(around.locale());
        this.texts = around.texts("history");
        this.time = ShownTime.local(ZoneId.systemDefault(), around.locale());
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        Optional<Entry> shown = empty ? Optional.empty() : Optional.ofNullable(entry);
        setGraphic(shown.map(this::line).orElse(null));
        setAccessibleText(shown.map(run -> words.verdict(run.status()) + ": " + title(run) + about(run).map(told -> ", " + told).orElse("") + ", " + time.of(run.started())).orElse(""));
    }

    private Node line(Entry entry) {
        String word = words.verdict(entry.status());
        String code = entry.code().equals(entry.status().id()) ? "" : " · " + entry.code();
        String about = about(entry).map(told -> " · " + told).orElse("");
        VBox told = new VBox(Pieces.text(title(entry)), Pieces.text(word + code + about, "small", "muted"));
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

    /** The file's name tells no more than the code and the service; a code of another version has no words here. */
    private String title(Entry entry) {
        return entry.part().map(part -> "part." + part + ".title").filter(around.texts("report")::has).map(around.texts("report")::get)
            .or(() -> Fault.of(entry.code()).map(fault -> words.title(fault, service(entry)))).or(() -> well(entry)).orElseGet(() -> words.title(entry.status()));
    }

    private static Map<String, String> service(Entry entry) {
        return entry.service().map(name -> Map.of("service", name)).orElse(Map.of());
    }

    /** What healthy means for a run that was none of the way outward. */
    private Optional<String> well(Entry entry) {
        return entry.status() != Verdict.Status.HEALTHY ? Optional.empty() : switch (entry.kind()) {
            case WAY -> Optional.empty();
            case SERVICE -> Optional.of(words.title(Fault.SERVICE_UP, service(entry)));
            case PORTS -> Optional.of(texts.get("run.ports"));
        };
    }

    /** Of what it was, where the title does not say it; nothing of the way outward, which is the usual thing. */
    private Optional<String> about(Entry entry) {
        return switch (entry.kind()) {
            case WAY -> Optional.empty();
            case SERVICE -> entry.service().filter(name -> !title(entry).contains(name)).map(name -> texts.get("run.about.service", name));
            case PORTS -> Optional.of(texts.get("run.about.ports"));
        };
    }
}
