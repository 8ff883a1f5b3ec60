package org.faultline.ui.practice;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercises;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Sight;
import org.faultline.ui.page.Surroundings;

/** Practice: the exercises at the left, the one that is open at the right. */
public final class PracticePage implements Page {

    public static final String ID = "practice";

    private final Frame frame;
    private final Texts texts;
    private final PracticeModel model = new PracticeModel();
    private final ListView<String> list = new ListView<>();
    private final ScrollPane scroll;
    private final VBox right;
    private final VBox view = new VBox();
    private BooleanSupplier stacked = () -> false;
    private final AttemptView attempt;

    public PracticePage(Surroundings around, Frame frame) {
        this.frame = frame;
        this.texts = around.texts(ID);
        this.attempt = new AttemptView(texts, new Words(around.locale()), around.locale(), model, this::open);
        this.scroll = Pieces.scrolled(attempt.root());
        this.right = Pieces.card(scroll);
        layOut();
        model.attempt().addListener((_, before, now) -> show(before, now));
        show(Optional.empty(), Optional.empty());
    }

    private void layOut() {
        list.setId("exercises");
        list.setAccessibleText(texts.get("list"));
        list.getItems().setAll(model.ids());
        list.setCellFactory(_ -> new ExerciseCell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, id) -> {
            if (id != null) {
                model.open(id);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = Pieces.card(Pieces.heading(texts.get("list")), list);
        left.getStyleClass().add("practice-list");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Beside both = new Beside(left, right).leftWide(22).narrowBelow(58).leftAtOnce(11, 34).rightAlone(this::whole);
        stacked = both::stacked;
        VBox.setVgrow(both, Priority.ALWAYS);
        view.getStyleClass().add("practice");
        view.getChildren().setAll(both);
        list.setOnMouseClicked(_ -> read());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                read();
                attempt.root().requestFocusTraversal(TraversalDirection.NEXT);
            }
        });
    }

    /** How high the exercise is when nothing of it need scroll. */
    private double whole(double width) {
        Insets rim = right.getInsets();
        return attempt.root().prefHeight(width - rim.getLeft() - rim.getRight()) + rim.getTop() + rim.getBottom() + 2;
    }

    /** Where the exercise stands below the list, whoever chose one is led to it. */
    private void read() {
        if (stacked.getAsBoolean()) {
            Sight.toTop(right);
        }
    }

    private void show(Optional<Attempt> before, Optional<Attempt> now) {
        attempt.show(now);
        if (!before.map(Attempt::exercise).equals(now.map(Attempt::exercise))) {
            scroll.setVvalue(0);
        } else if (now.filter(open -> open.naming().isPresent()).isPresent() && before.filter(open -> open.naming().isPresent()).isEmpty()) {
            show(attempt.root().lookup("#score-head"));
        }
        list.refresh();
        frame.tell(texts.get("solved", model.solved(), model.ids().size()));
    }

    /** How it went stands at the top then, whatever was pressed below. */
    private void show(Node head) {
        Sight.toTop(head);
        head.requestFocus();
    }

    /** Begins the exercise of this name; another name changes nothing. */
    @Override
    public void open(String id) {
        if (!model.ids().contains(id)) {
            return;
        }
        if (id.equals(list.getSelectionModel().getSelectedItem())) {
            model.open(id);
        } else {
            list.getSelectionModel().select(id);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - (stacked.getAsBoolean() ? 0 : 3)));
        }
        read();
    }

    private final class ExerciseCell extends ListCell<String> {
        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setText(null);
            setGraphic(empty || id == null ? null : line(id));
            setAccessibleText(empty || id == null ? "" : texts.get("exercise." + id + ".title"));
        }

        private Node line(String id) {
            Label level = new Label(texts.get("level." + Exercises.level(id).id())
                + model.points(id).map(points -> " · " + texts.get("done", points)).orElse(""));
            level.getStyleClass().addAll("small", "muted");
            Label title = Pieces.text(texts.get("exercise." + id + ".title"));
            VBox words = new VBox(title, level);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            HBox line = new HBox(Pieces.icon(model.points(id).isPresent() ? Mark.OK : Mark.QUIET), words);
            line.getStyleClass().add("practice-line");
            line.setPrefWidth(0);
            return line;
        }
    }

    @Override
    public Parent view() {
        return view;
    }
}
