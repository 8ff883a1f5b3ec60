package org.faultline.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.ui.page.Desktop;

/** A desktop that notes what it was asked for and answers file choosers with the file it was given. */
public final class FakeDesktop implements Desktop {

    private final List<String> copied = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();

    public void choose(Path file) {
        chosen = Optional.of(file);
    }

    /** Everything that was put on the clipboard, oldest first. */
    public List<String> copied() {
        return copied;
    }

    public List<String> opened() {
        return opened;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public Optional<Path> chooseToOpen(String title, List<FileKind> kinds) {
        return chosen;
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggestedName, List<FileKind> kinds) {
        return chosen;
    }

    @Override
    public void open(String address) {
        opened.add(address);
    }
}
