package org.faultline.ui.detail;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Remedy;
import org.faultline.report.EvidenceLine;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.State;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The panel that tells about one place of the tree. */
public final class NodeDetail extends VBox {

    private final Surroundings around;
    private final Texts texts;
    private final Texts commands;
    private final Words words;
    private final NodeDetailModel model;
    private final VBox head = new VBox();
    private final VBox body = new VBox();
    private final HBox back = new HBox();
    private final ScrollPane scroll;
    private final Button leave = Pieces.button("", () -> { });

    public NodeDetail(Surroundings around) {
        this.around = around;
        this.texts = around.texts("tree");
        this.commands = around.texts("check");
        this.words = new Words(around.locale());
        this.model = new NodeDetailModel(around.locale());
        setId("node-detail");
        getStyleClass().addAll("card", "verdict", "node-detail");
        head.getStyleClass().add("verdict-head");
        head.setAccessibleRole(AccessibleRole.TEXT);
        head.setFocusTraversable(true);
        body.getStyleClass().add("verdict-body");
        back.setVisible(false);
        back.setManaged(false);
        scroll = Pieces.scrolled(new VBox(head, body));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(back, scroll);
    }

    /** Puts a way back above it. */
    public void onBack(Runnable action) {
        leave.setOnAction(_ -> action.run());
        leave.setId("detail-back");
        leave.setGraphic(Pieces.icon(MaterialDesignA.ARROW_LEFT));
        leave.getStyleClass().add("quiet");
        back("detail.back");
        back.getChildren().setAll(leave);
        back.setVisible(true);
        back.setManaged(true);
    }

    /** @param words the key of what the way back says */
    void back(String words) {
        leave.setText(texts.get(words));
    }

    /** To what is told first; from there the arrow keys scroll. */
    void focusFirst() {
        head.requestFocus();
    }

    /** How high it is when nothing of it need scroll. */
    public double wholeHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        double above = back.isManaged() ? back.prefHeight(inner) : 0;
        return snapSizeY(above + head.prefHeight(inner) + body.prefHeight(inner) + snappedTopInset() + snappedBottomInset()) + 2;
    }

    /**
     * @param observations everything that was seen by now
     * @param os           for commands: {@code linux}, {@code windows} or {@code macos}
     */
    public void show(NodeRef ref, Diagnosis diagnosis, List<Observation> observations, String os) {
        Detail detail = model.of(ref, diagnosis, observations, os);
        head(detail);
        scroll.setVvalue(0);
        body.getChildren().clear();
        detail.text().forEach(this::paragraph);
        detail.evidence().forEach(this::group);
        thresholds(detail.thresholds());
        remedies(detail.remedies());
        detail.byHand().ifPresent(command -> {
            body.getChildren().add(Pieces.heading(texts.get("detail.by-hand")));
            Node line = Pieces.command(command, commands, around.desktop());
            line.setId("detail-by-hand");
            body.getChildren().add(line);
        });
    }

    private void head(Detail detail) {
        Mark mark = mark(detail.state());
        head.getStyleClass().setAll("verdict-head", mark.styleClass());
        Label title = Pieces.text(detail.title(), "verdict-title");
        title.setId("detail-title");
        Label standing = Pieces.text(detail.standing(), "strong");
        standing.setId("detail-standing");
        VBox lines = new VBox(Pieces.text(detail.kind(), "small", "muted"), title, standing);
        lines.getStyleClass().add("step-text");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox first = new HBox(Pieces.icon(mark), lines);
        first.getStyleClass().add("verdict-first");
        head.getChildren().setAll(first);
        head.setAccessibleText(detail.kind() + ": " + detail.title() + " " + detail.standing());
        head.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static Mark mark(State state) {
        return switch (state) {
            case QUIET -> Mark.QUIET;
            case ASKING -> Mark.RUNNING;
            case GOOD -> Mark.OK;
            case NEUTRAL, INFO -> Mark.INFO;
            case UNKNOWN -> Mark.UNKNOWN;
            case WARNING -> Mark.WARNING;
            case FAULT -> Mark.FAULT;
        };
    }

    private void paragraph(Detail.Paragraph paragraph) {
        if (!paragraph.heading().isEmpty()) {
            body.getChildren().add(Pieces.heading(paragraph.heading()));
        }
        body.getChildren().add(Pieces.text(paragraph.text()));
    }

    private void group(Detail.Group group) {
        body.getChildren().add(Pieces.heading(group.heading()));
        VBox rows = new VBox();
        rows.getStyleClass().add("rows");
        group.seen().stream().map(this::row).forEach(rows.getChildren()::add);
        body.getChildren().add(rows);
    }

    private Node row(Observation seen) {
        Label text = Pieces.text(EvidenceLine.sentence(seen, words));
        VBox lines = new VBox(text, Pieces.text(seen.method(), "mono", "small", "muted"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(Pieces.icon(Mark.of(seen)), lines);
        row.getStyleClass().add("row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(EvidenceLine.spoken(seen, words));
        return row;
    }

    private void thresholds(List<Detail.Threshold> thresholds) {
        if (thresholds.isEmpty()) {
            return;
        }
        body.getChildren().add(Pieces.heading(texts.get("detail.thresholds")));
        for (Detail.Threshold threshold : thresholds) {
            VBox lines = new VBox(Pieces.text(threshold.limit(), "strong"), Pieces.text(threshold.reason()));
            lines.getStyleClass().add("step-text");
            body.getChildren().add(lines);
        }
    }

    private void remedies(List<Remedy> remedies) {
        if (remedies.isEmpty()) {
            return;
        }
        body.getChildren().add(Pieces.heading(texts.get("detail.remedies")));
        int number = 1;
        for (Remedy remedy : remedies) {
            Label circle = new Label(String.valueOf(number++));
            circle.getStyleClass().add("step-number");
            circle.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            VBox what = new VBox(Pieces.text(remedy.text()), Pieces.text(words.who(remedy.who()), "small", "muted"));
            what.getStyleClass().add("step-text");
            remedy.command().ifPresent(command -> what.getChildren().add(Pieces.command(command, commands, around.desktop())));
            HBox.setHgrow(what, Priority.ALWAYS);
            HBox step = new HBox(circle, what);
            step.setAlignment(Pos.TOP_LEFT);
            step.getStyleClass().add("step");
            body.getChildren().add(step);
        }
    }
}
