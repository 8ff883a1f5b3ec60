package org.faultline.ui.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.report.picture.NodeRef;
import org.faultline.ui.detail.NodeDetail;

/** Beside the tree: the verdict, or what is to be said about the place of the tree that was pressed. */
final class SidePanel extends StackPane {

    private final VerdictView verdict;
    private final NodeDetail detail;
    private boolean wasRunning;

    SidePanel(VerdictView verdict, NodeDetail detail) {
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

    /** How high it is when nothing of it need scroll. */
    double wholeHeight(double width) {
        return told() ? detail.wholeHeight(width) : verdict.wholeHeight(width);
    }

    private boolean told() {
        return getChildren().contains(detail);
    }

    /** What was looked at gives way to the verdict when a run begins or ends. */
    void follow(RunState state) {
        if (!state.running() || !wasRunning) {
            back();
        }
        wasRunning = state.running();
    }

    void tell(NodeRef ref, RunState state, Diagnosis diagnosis) {
        detail.show(ref, diagnosis, seen(state), system(state));
        if (!told()) {
            getChildren().setAll(detail);
            requestParentLayout();
        }
    }

    private void back() {
        if (told()) {
            getChildren().setAll(verdict);
            requestParentLayout();
        }
    }

    private static List<Observation> seen(RunState state) {
        return switch (state) {
            case RunState.Idle _, RunState.Crashed _ -> List.of();
            case RunState.Running running -> running.seen();
            case RunState.Cancelling cancelling -> cancelling.seen();
            case RunState.Finished finished -> finished.report().observations();
        };
    }

    /** Commands are those of the machine that the report is of; while there is none, of this one. */
    private static String system(RunState state) {
        return state.finished().flatMap(report -> Optional.ofNullable(report.machine().get("os"))).map(Object::toString).orElseGet(() -> {
            String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
        });
    }
}
