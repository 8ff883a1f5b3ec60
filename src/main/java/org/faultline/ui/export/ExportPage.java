package org.faultline.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.model.Report;
import org.faultline.report.Redaction;
import org.faultline.report.Texts;
import org.faultline.report.format.Formats;
import org.faultline.store.NotWritten;
import org.faultline.store.SafeFile;
import org.faultline.ui.page.Desktop.FileKind;
import org.faultline.ui.page.FileName;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.Origin;
import org.faultline.ui.redaction.RedactionView;

/** Export…: choose a format, a language, and whether names stay; see each replacement in its place before anything is written. */
public final class ExportPage implements Page {

    public static final String ID = "export";

    private static final String QUICK_CHECK = "check";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Surroundings around;
    private final Frame frame;
    private final VBox view = new VBox();
    private final VBox preview = new VBox();
    private final RedactionView redacted;
    private final Label name = Pieces.text("", "small", "muted");
    private final ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private ExportModel model;
    private Optional<Report> report = Optional.empty();
    private long asked;

    public ExportPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.model = ExportModel.first(LANGUAGES.stream().filter(language -> language.getLanguage().equals(around.locale().getLanguage())).findFirst().orElse(Locale.ENGLISH));
        this.redacted = new RedactionView(around.locale());
        view.setId("export");
        view.getStyleClass().add("settings");
        preview.setId("export-preview");
        name.setId("export-name");
        busy.setId("export-busy");
        busy.setVisible(false);
    }

    private Texts texts() {
        return around.texts(ID);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void show(Report shown, Origin origin) {
        report = Optional.of(shown);
        layOut();
    }

    /** The run that this page hands over, not one of its own. */
    @Override
    public Optional<Report> report() {
        return report;
    }

    @Override
    public void shown() {
        report = frame.page(QUICK_CHECK).flatMap(Page::report).or(() -> report);
        layOut();
    }

    private void layOut() {
        VBox cards = report.isPresent() ? new VBox(format(), language(), privacy())
            : new VBox(Pieces.card(Pieces.heading(texts().get("title")), Pieces.text(texts().get("nothing")),
                Pieces.button(texts().get("nothing.check"), () -> frame.go(QUICK_CHECK))));
        cards.getStyleClass().add("settings-cards");
        ScrollPane scroll = Pieces.scrolled(new StackPane(cards));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view.getChildren().setAll(scroll);
        report.ifPresent(shown -> view.getChildren().add(save(shown)));
        refresh();
    }

    private Node format() {
        return choice("format", Formats.ALL.stream().map(each -> radio("export-" + each.id(), texts().get("format." + each.id()), model.format() == each,
            chosen -> chosen.with(each))).toList());
    }

    private Node language() {
        return choice("language", LANGUAGES.stream().map(each -> radio("export-language-" + each.getLanguage(), each.getDisplayLanguage(each),
            model.language().equals(each), chosen -> chosen.with(each))).toList());
    }

    private Node privacy() {
        VBox card = choice("privacy", Stream.of(true, false).map(redacted -> radio(redacted ? "export-redacted" : "export-full",
            texts().get(redacted ? "privacy.redacted" : "privacy.full"), model.redacted() == redacted, chosen -> chosen.redacted(redacted))).toList());
        card.getChildren().add(preview);
        return card;
    }

    private VBox choice(String name, List<RadioButton> buttons) {
        ToggleGroup group = new ToggleGroup();
        buttons.forEach(button -> button.setToggleGroup(group));
        VBox card = Pieces.card(Pieces.heading(texts().get(name)));
        card.getChildren().addAll(buttons);
        return card;
    }

    private RadioButton radio(String id, String words, boolean selected, UnaryOperator<ExportModel> change) {
        RadioButton radio = new RadioButton(words);
        radio.setId(id);
        radio.setWrapText(true);
        radio.setSelected(selected);
        radio.setOnAction(_ -> {
            model = change.apply(model);
            report.ifPresent(shown -> name.setText(model.suggestedName(shown)));
            refresh();
        });
        return radio;
    }

    /** Stands below what scrolls, so that nobody has to look for it. */
    private Node save(Report shown) {
        Button save = Pieces.mainButton(texts().get("save"), this::chooseAndSave);
        save.setId("export-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        name.setText(model.suggestedName(shown));
        busy.setAccessibleText(texts().get("writing.spoken"));
        HBox foot = new HBox(save, name, busy);
        foot.getStyleClass().add("export-foot");
        StackPane below = new StackPane(foot);
        below.getStyleClass().add("export-below");
        return below;
    }

    /** Looks for what is private off the UI thread; the answer to the last question counts. */
    private void refresh() {
        long question = ++asked;
        ExportModel chosen = model;
        report.ifPresent(shown -> Thread.ofPlatform().name("export-preview").daemon().start(() -> {
            Optional<Redaction> redaction = chosen.redaction(shown);
            around.uiThread().run(() -> {
                if (question == asked) {
                    preview(redaction);
                }
            });
        }));
    }

    private void preview(Optional<Redaction> redaction) {
        redaction.ifPresent(redacted::show);
        preview.getChildren().setAll(redaction.isPresent() ? redacted : Pieces.text(texts().get("preview.full")));
    }

    private void chooseAndSave() {
        if (busy.isVisible()) {
            return;
        }
        ExportModel chosen = model;
        Report shown = report.orElseThrow();
        List<FileKind> kinds = List.of(new FileKind(texts().get("format." + chosen.format().id()), List.of("*." + chosen.format().ending())));
        around.desktop().chooseToSave(texts().get("title"), chosen.suggestedName(shown), kinds).ifPresent(file -> write(chosen, shown, FileName.ended(file, chosen.format().ending())));
    }

    /** The chooser has asked whether an existing file may be replaced. Takes tenths of a second, more only where the disk is slow. */
    private void write(ExportModel chosen, Report shown, Path file) {
        busy.setVisible(true);
        name.setText(texts().get("writing", file.getFileName()));
        Thread.ofPlatform().name("export").start(() -> {
            try {
                SafeFile.write(file, chosen.bytes(shown));
                around.uiThread().run(() -> written(() -> frame.tell(texts().get("saved", file))));
            } catch (NotWritten e) {
                around.uiThread().run(() -> written(() -> frame.problem(e.sentence(around.locale()), "")));
            } catch (RuntimeException | Error e) {
                around.uiThread().run(() -> written(() -> frame.problem(texts().get("failed"), e.toString())));
            }
        });
    }

    private void written(Runnable tell) {
        busy.setVisible(false);
        report.ifPresent(shown -> name.setText(model.suggestedName(shown)));
        tell.run();
    }
}
