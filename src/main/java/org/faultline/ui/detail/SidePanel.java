package org.faultline.ui.detail;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;

/** Beside a tree: the verdict, or what is to be said about the place of the tree that was pressed. */
public final class SidePanel extends StackPane {

    private final Node verdict;
    private final DoubleUnaryOperator verdictHeight;
    private final NodeDetail detail;
    private boolean wasRunning;

    /** @param verdictHeight how high the verdict is at a width when nothing of it need scroll */
    public SidePanel(Node verdict, DoubleUnaryOperator verdictHeight, NodeDetail detail) {
        this.verdict = verdict;
        this.verdictHeight = verdictHeight;
        this.detail = detail;
        detail.onBack(this::back);
        detail.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back();
                event.consume();
            }
        });
        getChildren().setAll(verdict);
    }

    /** How high it is when nothing of it need scroll. */
    public double wholeHeight(double width) {
        return told() ? detail.wholeHeight(width) : verdictHeight.applyAsDouble(width);
    }

    /** Whether a place of the tree is told about, rather than the verdict. */
    public boolean told() {
        return getChildren().contains(detail);
    }

    /** What was looked at gives way to the verdict when a run begins or ends. */
    public void follow(boolean running) {
        if (!running || !wasRunning) {
            back();
        }
        wasRunning = running;
    }

    /** Tells about a place of the tree of a finished run. */
    public void tell(NodeRef ref, Report report) {
        tell(ref, report.diagnosis(), report.observations(), Optional.of(report));
    }

    /**
     * Tells about a place of the tree.
     *
     * @param seen   everything that was observed by now
     * @param report of a finished run; while there is none, commands are those of this computer
     */
    public void tell(NodeRef ref, Diagnosis diagnosis, List<Observation> seen, Optional<Report> report) {
        detail.show(ref, diagnosis, seen, system(report));
        if (!told()) {
            getChildren().setAll(detail);
            requestParentLayout();
        }
    }

    /**
     * Back to the verdict.
     *
     * @return whether a place of the tree was told about
     */
    public boolean back() {
        boolean told = told();
        if (told) {
            getChildren().setAll(verdict);
            requestParentLayout();
        }
        return told;
    }

    private static String system(Optional<Report> report) {
        return report.flatMap(made -> Optional.ofNullable(made.machine().get("os"))).map(Object::toString)
            .orElseGet(() -> Words.systemOf(System.getProperty("os.name", "")));
    }
}
