package org.faultline.ui;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.faultline.report.Texts;
import org.faultline.run.Version;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;

/** What this program is, in which versions it runs, and under which licences its parts are. */
final class About {

    /** Each library with its licence, as in README's table of dependencies. */
    private static final List<String> PARTS = List.of(
        "OpenJDK — GPL-2.0 with Classpath Exception", "OpenJFX — GPL-2.0 with Classpath Exception", "ControlsFX — BSD-3-Clause",
        "Ikonli — Apache-2.0", "Material Design Icons — Apache-2.0", "Inter — SIL OFL 1.1", "JetBrains Mono — SIL OFL 1.1",
        "dnsjava — BSD-3-Clause", "OSHI — MIT", "JNA — Apache-2.0 or LGPL-2.1", "picocli — Apache-2.0",
        "SLF4J — MIT", "QR Code generator (Nayuki) — MIT");

    private final Surroundings around;
    private final Texts words;

    About(Surroundings around) {
        this.around = around;
        this.words = around.texts("menu");
    }

    void show(Window owner) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, "", new ButtonType(words.get("about.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        alert.initOwner(owner);
        alert.setTitle(words.get("item.about"));
        alert.setHeaderText(words.get("about.head", Version.CURRENT));
        TextArea parts = new TextArea(String.join("\n", PARTS));
        parts.setEditable(false);
        parts.setPrefRowCount(PARTS.size() + 1);
        parts.setMinHeight(Region.USE_PREF_SIZE);
        parts.setAccessibleText(words.get("about.parts"));
        VBox content = new VBox(Pieces.text(words.get("about.what")), Pieces.text(words.get("about.versions", Runtime.version(),
            System.getProperty("javafx.runtime.version", "?"), System.getProperty("os.name") + " " + System.getProperty("os.version")), "small", "muted"),
            Pieces.heading(words.get("about.licence")), Pieces.heading(words.get("about.parts")), parts);
        content.getStyleClass().add("about");
        alert.getDialogPane().setContent(content);
        alert.getDialogPane().setId("about");
        Runnable rest = Theme.follow(alert.getDialogPane().getScene(), around.choices());
        alert.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> rest.run());
        alert.show();
    }
}
