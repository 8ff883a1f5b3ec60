package org.faultline.ui;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;
import org.faultline.report.SavedReport;
import org.faultline.report.ShownTime;
import org.faultline.report.Texts;
import org.faultline.store.NotRead;
import org.faultline.store.NotWritten;
import org.faultline.store.ReportFile;
import org.faultline.store.SafeFile;
import org.faultline.ui.page.Desktop.FileKind;
import org.faultline.ui.page.FileName;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.Origin;

/** Reports on the disk: opened from a file chooser, the command line or a drop on the window, and saved as they are. */
final class ReportFiles {

    private static final List<String> REPORTS = List.of("*.faultline.json", "*.json");

    private static final String ENDING = "faultline.json";

    /** Sorts by time, and every system takes it as part of a name; in UTC, as the moments in the file. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Surroundings around;
    private final Frame frame;

    ReportFiles(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
    }

    private Texts words() {
        return around.texts("menu");
    }

    void askForFile() {
        around.desktop().chooseToOpen(words().get("choose.open"), kinds()).ifPresent(this::open);
    }

    private List<FileKind> kinds() {
        return List.of(new FileKind(words().get("kind.report"), REPORTS), new FileKind(words().get("kind.all"), List.of("*.json", "*")));
    }

    /** Shows a saved report, or says what is wrong with it. The file is read off the UI thread. */
    void open(Path file) {
        Thread.ofPlatform().name("open-report").daemon().start(() -> {
            try {
                SavedReport saved = ReportFile.open(file);
                around.uiThread().run(() -> show(saved, file));
            } catch (NotRead e) {
                around.uiThread().run(() -> frame.problem(capital(e.sentence(around.locale()), file), ""));
            }
        });
    }

    /** As it looked when it was saved; where it is from and how this version judges it stands in the status bar, what was left out before. */
    private void show(SavedReport saved, Path file) {
        frame.show(saved.report(), new Origin.Saved(file));
        List<String> remarks = saved.remarks(ShownTime.here(around.locale()));
        frame.tell(String.join(" ", remarks));
        if (saved.newer()) {
            frame.note(words().get("later"), remarks.stream().skip(1).collect(Collectors.joining("\n")));
        }
    }

    /** A sentence that begins with the name of a file begins as that does. */
    private static String capital(String sentence, Path file) {
        return sentence.startsWith(file.toString()) ? sentence : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    void save() {
        Optional<Report> shown = frame.report();
        if (shown.isEmpty()) {
            frame.tell(words().get("nothing.to-save"));
            return;
        }
        Report report = shown.get();
        String name = "faultline-" + report.diagnosis().verdict().code() + "-" + STAMP.format(report.started()) + "." + ENDING;
        around.desktop().chooseToSave(words().get("choose.save"), name, kinds()).ifPresent(file -> save(report, FileName.ended(file, ENDING)));
    }

    private void save(Report report, Path file) {
        Thread.ofPlatform().name("save-report").start(() -> {
            try {
                SafeFile.write(file, JsonReport.write(report));
                around.uiThread().run(() -> frame.tell(words().get("saved", file)));
            } catch (NotWritten e) {
                around.uiThread().run(() -> frame.problem(capital(e.sentence(around.locale()), file), ""));
            }
        });
    }

    /** A report dropped anywhere on the window is opened. */
    void acceptDropsOn(Scene scene) {
        scene.setOnDragOver(event -> {
            if (dropped(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            dropped(event.getDragboard()).ifPresent(this::open);
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static Optional<Path> dropped(Dragboard board) {
        return board.hasFiles() ? board.getFiles().stream().map(java.io.File::toPath).filter(file -> file.toString().endsWith(".json")).findFirst() : Optional.empty();
    }
}
