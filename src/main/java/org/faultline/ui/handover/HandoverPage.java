package org.faultline.ui.handover;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Report;
import org.faultline.report.HandoverCode;
import org.faultline.report.RunKind;
import org.faultline.report.ShownTime;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.handover.Handover;
import org.faultline.ui.handover.HandoverModel.Opened;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Sight;
import org.faultline.ui.page.Surroundings;

/** At the left the codes of the run that is shown, at the right the code of somebody else. */
public final class HandoverPage implements Page {

    public static final String ID = "handover";

    /** Letters of a spoken code with its hyphens, and some room. */
    private static final int CODE = 21;

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final HandoverModel model;
    private final QrView qr;
    private final Label spoken = Pieces.text("", "spoken-code");
    private final CheckBox full;
    private final VBox give = Pieces.card();
    private final VBox take = Pieces.card();
    private final TextField code = new TextField();
    private final Label problem = Pieces.text("", "problem");
    private final CodeView told;
    private final Beside both;
    private final VBox view = new VBox();
    private Optional<Handover> opened = Optional.empty();

    public HandoverPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.model = new HandoverModel(around.locale());
        this.qr = new QrView(texts.get("qr"));
        this.full = new CheckBox(texts.get("full"));
        this.told = new CodeView(around, frame, texts, () -> opened.ifPresent(handover -> frame.show(handover.report(), new Origin.Code())));
        this.both = layOut();
    }

    private Beside layOut() {
        spoken.setId("spoken-code");
        full.setId("handover-full");
        full.setOnAction(_ -> give());
        take.getChildren().setAll(Pieces.heading(texts.get("open")), Pieces.text(texts.get("open.how")), entry(), problem);
        VBox right = new VBox(take, told);
        right.getStyleClass().add("code-opened");
        problem.setId("code-problem");
        show(new Opened(Optional.empty(), ""));
        give.getStyleClass().add("give");
        Beside both = new Beside(Pieces.scrolled(give), Pieces.scrolledAtOnce(right)).leftWide(29).narrowBelow(66).leftAlone(give::prefHeight).rightAlone(right::prefHeight);
        VBox.setVgrow(both, Priority.ALWAYS);
        view.getStyleClass().add("handover");
        view.getChildren().setAll(both);
        return both;
    }

    private Node entry() {
        code.setId("code");
        code.setPromptText("7K2M-Q0ZT-1ABC-9XYW");
        code.setAccessibleText(texts.get("open"));
        code.setOnAction(_ -> open());
        HBox.setHgrow(code, Priority.ALWAYS);
        Button open = Pieces.mainButton(texts.get("open.button"), this::open);
        open.setMinWidth(Region.USE_PREF_SIZE);
        code.setPrefColumnCount(CODE);
        open.setId("code-open");
        HBox row = new HBox(code, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("code-entry");
        return row;
    }

    private void open() {
        Opened result = model.open(code.getText());
        show(result);
        frame.tell(result.opened().isPresent() ? around.texts("check").get("status.opened.code") : result.problem());
        if (result.opened().isPresent() && both.stacked()) {
            Sight.toTop(told);
        }
    }

    private void show(Opened result) {
        opened = result.opened();
        problem.setText(result.problem());
        problem.setVisible(!result.problem().isEmpty());
        problem.setManaged(problem.isVisible());
        opened.ifPresent(told::show);
        told.setVisible(opened.isPresent());
        told.setManaged(told.isVisible());
    }

    /** The codes of the run that is shown now. */
    private void give() {
        Optional<Report> report = frame.report();
        give.getChildren().setAll(Pieces.heading(texts.get("give")));
        if (report.isEmpty()) {
            give.getChildren().addAll(Pieces.text(texts.get("give.none")), Pieces.button(texts.get("give.check"), () -> frame.go("check")));
            return;
        }
        HandoverCode made = model.code(report.get(), full.isSelected());
        qr.show(made.picture(), around.choices().now().textPercent());
        spoken.setText(made.spoken());
        FlowPane copies = new FlowPane(copy("copy-spoken", made.spoken()), copy("copy-qr", made.qr()));
        copies.getStyleClass().add("buttons");
        Label which = Pieces.text(which(report.get()), "strong");
        which.setId("handover-which");
        give.getChildren().addAll(which, Pieces.text(texts.get("give.qr")), qr, Pieces.text(texts.get("give.spoken")), spoken, full,
            Pieces.text(texts.get(full.isSelected() ? "full.why" : "redacted.why"), "small", "muted"), copies);
    }

    /** Of what, what was found and when; a spoken code does not say when. */
    private String which(Report report) {
        String found = Telling.of(report, around.locale()).title();
        String title = switch (RunKind.of(report)) {
            case WAY -> found;
            case SERVICE -> RunKind.service(report).map(service -> texts.get("give.service", service, found)).orElse(found);
            case PORTS -> texts.get("give.ports", found);
        };
        return report.started().equals(Instant.EPOCH) ? title : texts.get("give.which", title, time().of(report.started()));
    }

    private ShownTime time() {
        return ShownTime.here(around.locale());
    }

    private Button copy(String id, String text) {
        Button button = Pieces.button(texts.get(id), () -> {
            around.desktop().copy(text);
            frame.tell(texts.get("copied"));
        });
        button.setId(id);
        return button;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        give();
    }

    /** Opens this code. */
    @Override
    public void open(String topic) {
        code.setText(topic);
        open();
    }

    @Override
    public void find() {
        Sight.lead(code, take);
    }
}
