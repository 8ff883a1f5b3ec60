package org.faultline.ui.handover;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.report.HandoverText;
import org.faultline.report.QuestionWords;
import org.faultline.report.RunKind;
import org.faultline.report.Shown;
import org.faultline.report.ShownTime;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.report.handover.Handover;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.PathStripView;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Stations;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictView;

/** What a code says, as a report is shown: which code it is, the way outward, the verdict with what to do, what was left open, the key facts. */
final class CodeView extends VBox {

    private final Surroundings around;
    private final Texts texts;
    private final Words words;
    private final Stations stations;
    private final VerdictModel verdictModel;
    private final PathStripView strip;
    private final VerdictView verdict;
    private final boolean help;
    private final Label origin = Pieces.text("", "small", "muted");
    private final VBox which = Pieces.card();
    private final VBox more = Pieces.card();

    /** @param tree shows it in the tree */
    CodeView(Surroundings around, Frame frame, Texts texts, Runnable tree) {
        this.around = around;
        this.texts = texts;
        this.words = new Words(around.locale());
        Texts check = around.texts("check");
        this.stations = new Stations(check, words);
        this.verdictModel = new VerdictModel(around.locale(), check);
        this.strip = new PathStripView(check);
        Consumer<String> explain = code -> frame.go("help", code);
        this.verdict = VerdictView.scrollingLater(check, words, around.desktop(), explain);
        this.help = frame.has("help");
        setId("code-told");
        getStyleClass().add("code-opened");
        origin.setId("code-origin");
        more.setId("code-more");
        Button inTheTree = Pieces.button(texts.get("open.tree"), tree);
        inTheTree.setId("code-tree");
        inTheTree.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(Pieces.heading(texts.get("opened")), Pieces.spring(), inTheTree);
        head.setAlignment(Pos.CENTER_LEFT);
        which.getChildren().setAll(head, origin, strip);
        which.getStyleClass().add("code-which");
        getChildren().setAll(which, verdict, more);
    }

    void show(Handover handover) {
        Report report = handover.report();
        origin.setText(HandoverText.origin(handover, around.locale(), ShownTime.here(around.locale())));
        strip.show(stations.of(report));
        strip.setVisible(RunKind.of(report) == RunKind.WAY);
        strip.setManaged(strip.isVisible());
        verdict.show(verdictModel.of(report, Optional.empty()), help);
        more.getChildren().setAll(Stream.of(part("opened.open", leftOpen(handover)), part("opened.facts", facts(handover))).flatMap(List::stream).toList());
        more.setVisible(!more.getChildren().isEmpty());
        more.setManaged(more.isVisible());
    }

    private List<Node> part(String heading, List<Node> rows) {
        return rows.isEmpty() ? List.of() : Stream.concat(Stream.of(Pieces.heading(texts.get(heading))), rows.stream()).toList();
    }

    /** Stages that could not be measured, and questions of the others that found no answer; neither says that something is wrong. */
    private List<Node> leftOpen(Handover handover) {
        return handover.diagnosis().stages().stream().flatMap(this::leftOpen).toList();
    }

    private Stream<Node> leftOpen(StageResult stage) {
        String name = words.stageName(stage.stage());
        return Stream.concat(
            Stream.of(stage).filter(result -> result.status() == StageStatus.NOT_MEASURED).map(result -> Pieces.standing(Mark.UNKNOWN, name, words.status(result.status()))),
            stage.path().stream().filter(step -> step.answer() == Truth.UNKNOWN).map(StageResult.Step::question).flatMap(question -> words.findQuestion(question).stream())
                .map(QuestionWords::text).map(question -> Pieces.standing(Mark.UNKNOWN, question, name)));
    }

    /** Their texts come from whoever made the code. */
    private List<Node> facts(Handover handover) {
        return new TreeMap<>(handover.facts()).entrySet().stream().filter(fact -> texts.has("fact." + fact.getKey()))
            .map(fact -> Pieces.text(Printable.of(texts.get("fact." + fact.getKey(), Shown.address(fact.getValue()))))).map(Node.class::cast).toList();
    }
}
