package org.faultline.ui;

import java.util.Optional;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves window tests out, with one clear line, where JavaFX cannot draw text; {@code -Dui.tests=required} fails them instead. */
public final class UiProbe implements ExecutionCondition {

    private static final Optional<Throwable> HINDRANCE = hindrance();

    private static Optional<Throwable> hindrance() {
        try {
            new Text("Ag").getLayoutBounds();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (HINDRANCE.isEmpty() || "required".equals(System.getProperty("ui.tests"))) {
            return ConditionEvaluationResult.enabled("JavaFX can draw text");
        }
        return ConditionEvaluationResult.disabled("JavaFX cannot draw text here (Debian: apt-get install libpangoft2-1.0-0): " + HINDRANCE.get());
    }
}
