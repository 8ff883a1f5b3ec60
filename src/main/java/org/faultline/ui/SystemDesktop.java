package org.faultline.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.faultline.ui.page.Desktop;

/** The desktop as the toolkit offers it. */
final class SystemDesktop implements Desktop {

    private final Supplier<Window> owner;
    private final Consumer<String> opener;

    /** @param opener opens an address with the program meant for it */
    SystemDesktop(Supplier<Window> owner, Consumer<String> opener) {
        this.owner = owner;
        this.opener = opener;
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<Path> chooseToOpen(String title, List<FileKind> kinds) {
        return Optional.ofNullable(chooser(title, kinds).showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    private static FileChooser chooser(String title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds.stream().map(kind -> new ExtensionFilter(kind.name(), kind.patterns())).toList());
        return chooser;
    }

    @Override
    public void open(String address) {
        opener.accept(address);
    }
}
