package org.faultline.ui.detail;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.report.Words;
import org.faultline.report.picture.NodeRef;
import org.faultline.ui.page.Focus;
import org.faultline.ui.page.VerdictView;

/** Beside a tree, or in its place: the verdict, or what is to be said about the place of the tree that was pressed. */
public final class SidePanel extends StackPane {

    private final VerdictView verdict;
    private final NodeDetail detail;
    private Consumer<Boolean> toTheTree = _ -> { };
    private boolean wasRunning;
    private boolean covered;

    public SidePanel(VerdictView verdict, NodeDetail detail) {
        this.verdict = verdict;
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

    /** Hears that the person is back, and whether the keyboard was here. */
    public void onBack(Consumer<Boolean> listener) {
        toTheTree = listener;
    }

    /** Whether it stands in the place of the tree rather than beside it; if the keyboard was there, it comes here. */
    public void covers(Node tree, boolean covered) {
        this.covered = covered;
        detail.back(covered ? "detail.back.tree" : "detail.back");
        if (covered && Focus.isWithin(tree)) {
            detail.focusFirst();
        }
        tree.setVisible(!covered);
    }

    /** How high it is when nothing of it need scroll. */
    public double wholeHeight(double width) {
        return told() ? detail.wholeHeight(width) : verdict.wholeHeight(width);
    }

    /** Whether a place of the tree is told about, rather than the verdict. */
    public boolean told() {
        return getChildren().contains(detail);
    }

    /** What was looked at gives way to the verdict when a run begins or ends. */
    public void follow(boolean running) {
        if ((!running || !wasRunning) && told()) {
            boolean reading = Focus.isWithin(detail);
            showVerdict();
            if (reading) {
                verdict.focusFirst();
            }
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
     * Back to the verdict and, where this stood in its place, to the tree.
     *
     * @return whether a place of the tree was told about
     */
    public boolean back() {
        boolean told = told();
        if (told) {
            boolean reading = Focus.isWithin(detail);
            showVerdict();
            toTheTree.accept(reading);
        }
        return told;
    }

    /** Makes way for the tree where this stands in its place. */
    public void uncover() {
        if (covered) {
            back();
        }
    }

    private void showVerdict() {
        getChildren().setAll(verdict);
        requestParentLayout();
    }

    private static String system(Optional<Report> report) {
        return report.flatMap(made -> Optional.ofNullable(made.machine().get("os"))).map(Object::toString)
            .orElseGet(() -> Words.systemOf(System.getProperty("os.name", "")));
    }
}
