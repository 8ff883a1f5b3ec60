package org.faultline.ui.guided;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.model.Conversation;
import org.faultline.model.Finding;
import org.faultline.model.Fault;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.run.Guide;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictView;

/** The last step: the verdict with what to do, and what the check again changed. */
final class VerdictStep extends VBox {

    VerdictStep(Outlook look, Guide guide, GuidedState state) {
        getStyleClass().add("guided-stage");
        if (state.measuring()) {
            ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            bar.setMaxWidth(Double.MAX_VALUE);
            getChildren().addAll(Pieces.heading(look.texts().get("measuring.again")), bar);
            return;
        }
        if (state.activity() instanceof Activity.Crashed(Throwable why)) {
            getChildren().add(Pieces.text(look.texts().get("crashed", why), "problem"));
        }
        getChildren().add(verdict(look, guide, state));
        List<String> skipped = guide.stages().stream().filter(stage -> !guide.isMeasured(stage) && !guide.explains(stage)).map(look.words()::stageName).toList();
        if (!skipped.isEmpty()) {
            getChildren().add(Pieces.text(look.texts().get("skipped", Outlook.listed(skipped)), "small", "muted"));
        }
    }

    /** The steps against this fault that were marked as taken since it was last checked again. */
    private static Set<Integer> tried(Guide guide, String code) {
        Set<Integer> numbers = new HashSet<>();
        for (Conversation.Entry entry : guide.conversation().timeline()) {
            if (entry.what().equals("checked-again")) {
                numbers.clear();
            } else if (entry.what().equals("remedy-tried") && entry.about().matches(code + " [0-9]{1,3}")) {
                numbers.add(Integer.valueOf(entry.about().substring(code.length() + 1)));
            }
        }
        return numbers;
    }

    /** The code of the fault whose own steps are shown. Where it may not be blamed the steps are others, and none may be noted as tried against it. */
    static Optional<String> faultOfSteps(Telling telling) {
        return telling.verdict().finding().filter(_ -> !telling.blind()).map(Finding::fault).map(Fault::code);
    }

    private static StackPane verdict(Outlook look, Guide guide, GuidedState state) {
        Texts texts = look.around().texts("check");
        VerdictView view = new VerdictView(texts, look.words(), look.around().desktop(), code -> look.frame().go("help", code));
        faultOfSteps(Telling.of(guide.report(), look.locale()))
            .ifPresent(code -> view.onTried((number, remedy) -> look.model().tried(remedy.who(), code, number), tried(guide, code)));
        view.show(new VerdictModel(look.locale(), texts).of(guide.report(), state.comparison()), look.frame().has("help"));
        return new StackPane(view) {
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }

            @Override
            protected double computePrefHeight(double width) {
                return view.wholeHeight(width);
            }

            @Override
            protected double computeMinHeight(double width) {
                return view.wholeHeight(width);
            }
        };
    }
}
