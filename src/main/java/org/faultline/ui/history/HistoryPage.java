package org.faultline.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.faultline.report.Texts;
import org.faultline.store.History.Entry;
import org.faultline.store.KeptApart;
import org.faultline.store.KeptDays;
import org.faultline.store.Settings;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.KeptRuns;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.ToldText;

/** The runs that were kept, newest first; two of them compared. */
public final class HistoryPage implements Page {

    public static final String ID = "history";

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final KeptRuns model;
    private final ListView<Entry> runs = new ListView<>();
    private final ToldText comparison = new ToldText();
    private final Label hint;
    private final ChoiceBox<Integer> days = new ChoiceBox<>();
    private final VBox view = new VBox();

    public HistoryPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.model = new KeptRuns(around.folders());
        this.hint = Pieces.text(texts.get("hint"), "muted");
        layOut();
    }

    private void layOut() {
        runs.setId("history-runs");
        runs.setAccessibleText(texts.get("title"));
        runs.setPlaceholder(Pieces.text(texts.get("empty"), "muted"));
        runs.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        runs.setCellFactory(_ -> new RunCell(around, this::openTheOne));
        runs.getSelectionModel().getSelectedItems().subscribe(this::compare);
        runs.setOnKeyPressed(this::pressed);
        VBox.setVgrow(runs, Priority.ALWAYS);
        VBox left = Pieces.card(Pieces.heading(texts.get("title")), runs, buttons(), kept());
        comparison.setId("history-comparison");
        VBox.setVgrow(comparison, Priority.ALWAYS);
        VBox right = Pieces.card(Pieces.heading(texts.get("compare")), hint, comparison);
        Beside both = new Beside(left, right).rightWide(32).narrowBelow(64).leftAlone(20).rightAlone(20);
        VBox.setVgrow(both, Priority.ALWAYS);
        view.getStyleClass().add("history");
        view.getChildren().setAll(both);
    }

    private FlowPane buttons() {
        Button open = Pieces.mainButton(texts.get("open"), this::open);
        open.setId("history-open");
        Button delete = Pieces.button(texts.get("delete"), () -> delete(List.copyOf(runs.getSelectionModel().getSelectedItems()), List.of()));
        delete.setId("history-delete");
        Button all = Pieces.button(texts.get("delete.all"), () -> delete(model.list(settings()), KeptApart.told(around.folders(), around.locale())));
        all.setId("history-delete-all");
        open.disableProperty().bind(Bindings.size(runs.getSelectionModel().getSelectedItems()).isNotEqualTo(1));
        delete.disableProperty().bind(Bindings.isEmpty(runs.getSelectionModel().getSelectedItems()));
        all.disableProperty().bind(Bindings.isEmpty(runs.getItems()));
        FlowPane row = new FlowPane(open, delete, all);
        row.getStyleClass().add("buttons");
        return row;
    }

    private FlowPane kept() {
        days.setId("history-days");
        days.getItems().setAll(KeptDays.CHOICES);
        days.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer count) {
                return count == null ? "" : texts.get(count == 0 ? "keep.nothing" : "keep.days", count);
            }

            @Override
            public Integer fromString(String words) {
                throw new UnsupportedOperationException("nobody types into a choice");
            }
        });
        days.setValue(KeptDays.of(settings()));
        days.setOnAction(_ -> around.choices().change(now -> KeptDays.with(now, days.getValue())));
        Label label = new Label(texts.get("keep"));
        label.setLabelFor(days);
        FlowPane row = new FlowPane(label, days);
        row.setRowValignment(VPos.CENTER);
        row.getStyleClass().add("buttons");
        return row;
    }

    private Settings settings() {
        return around.choices().now();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> openTheOne();
            case DELETE -> Optional.of(List.copyOf(runs.getSelectionModel().getSelectedItems())).filter(chosen -> !chosen.isEmpty()).ifPresent(entries -> delete(entries, List.of()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** As the button does, which is not to be pressed while several are chosen. */
    private void openTheOne() {
        if (runs.getSelectionModel().getSelectedItems().size() == 1) {
            open();
        }
    }

    private void open() {
        model.open(runs.getSelectionModel().getSelectedItem(), settings())
            .ifPresentOrElse(report -> frame.show(report, new Origin.Kept()),
                () -> frame.problem(texts.get("unreadable"), runs.getSelectionModel().getSelectedItem().file().toString()));
    }

    private void compare() {
        List<Entry> chosen = List.copyOf(runs.getSelectionModel().getSelectedItems());
        comparison.tell(chosen.size() == 2 ? model.compare(chosen.getFirst(), chosen.getLast(), settings(), around.locale()).orElse(_ -> texts.get("unreadable")) : _ -> "");
        comparison.setVisible(chosen.size() == 2);
        hint.setVisible(chosen.size() != 2);
        hint.setManaged(hint.isVisible());
    }

    /** @param stays what does not go with them, a sentence each */
    private void delete(List<Entry> entries, List<String> stays) {
        frame.ask(Stream.concat(Stream.of(texts.counted("delete.ask", entries.size())), stays.stream()).collect(Collectors.joining(" ")), texts.get("delete"), () -> {
            model.delete(entries, settings());
            list();
            frame.tell(texts.get("deleted", entries.size()));
        });
    }

    private void list() {
        List<Entry> chosen = List.copyOf(runs.getSelectionModel().getSelectedItems());
        runs.getItems().setAll(model.list(settings()));
        chosen.forEach(runs.getSelectionModel()::select);
        compare();
    }

    @Override
    public void shown() {
        list();
    }

    @Override
    public void runKept() {
        list();
    }

    @Override
    public Parent view() {
        return view;
    }
}
