package org.faultline.ui.wizard;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faultline.model.Report;
import org.faultline.report.ShownTime;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Above everything else while a report from elsewhere is shown: that it is one, of when and of which computer; and the way back to this one. */
final class SavedBanner extends HBox {

    /** What stands for a name that was redacted says nothing. */
    private static final Pattern REDACTED = Pattern.compile("host-\\d+");

    private final Texts texts;
    private final Locale locale;
    private final Runnable back;
    private final Label title = Pieces.text("", "strong");
    private final Label origin = Pieces.text("", "small");

    SavedBanner(Texts texts, Locale locale, Runnable back) {
        this.texts = texts;
        this.locale = locale;
        this.back = back;
        setId("saved-banner");
        getStyleClass().add("saved-banner");
        title.setId("saved-title");
        origin.setId("saved-origin");
        setAccessibleRole(AccessibleRole.TEXT);
        show(new RunState.Idle());
    }

    void show(RunState state) {
        Optional<RunState.Finished> saved = Optional.of(state).filter(RunState.Finished.class::isInstance).map(RunState.Finished.class::cast)
            .filter(finished -> !finished.origin().here());
        setVisible(saved.isPresent());
        setManaged(saved.isPresent());
        saved.ifPresent(this::tell);
    }

    private void layOut() {
        VBox lines = new VBox(title, origin);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button leave = Pieces.button(texts.get("saved.back"), back);
        leave.setId("saved-back");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(Pieces.icon(MaterialDesignA.ARCHIVE_CLOCK_OUTLINE), lines, leave);
    }

    private void tell(RunState.Finished finished) {
        if (getChildren().isEmpty()) {
            layOut();
        }
        title.setText(title(finished));
        origin.setText(origin(finished.report()));
        setAccessibleText(title.getText() + " " + origin.getText());
    }

    private String title(RunState.Finished finished) {
        return switch (finished.origin()) {
            case Origin.Saved(Path file) -> texts.get("saved.title", file.getFileName());
            case Origin.Kept _ -> texts.get("saved.title.kept", Telling.of(finished.report(), locale).title());
            case Origin.Code _ -> texts.get("saved.title.code");
            case Origin.Here _ -> "";
        };
    }

    private String origin(Report report) {
        if (report.started().equals(Instant.EPOCH)) {
            return texts.get("saved.origin.timeless", report.toolVersion());
        }
        String when = ShownTime.here(locale).of(report.started());
        return host(report).map(host -> texts.get("saved.origin.host", when, host, report.toolVersion()))
            .orElseGet(() -> texts.get("saved.origin", when, report.toolVersion()));
    }

    private static Optional<String> host(Report report) {
        return Optional.ofNullable(report.machine().get("hostname")).map(String::valueOf)
            .filter(name -> !name.isBlank() && !REDACTED.matcher(name).matches());
    }
}
