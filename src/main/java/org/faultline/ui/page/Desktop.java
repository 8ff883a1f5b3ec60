package org.faultline.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The person's desktop: what lies outside the window and needs the toolkit. Tests replace it. */
public interface Desktop {

    /** @param patterns such as {@code *.json} */
    record FileKind(String name, List<String> patterns) {
        public FileKind {
            patterns = List.copyOf(patterns);
        }
    }

    /** Puts text on the clipboard. */
    void copy(String text);

    /** Asks for a file to read. */
    Optional<Path> chooseToOpen(String title, List<FileKind> kinds);

    /** Asks for a file to write; the desktop has asked whether an existing one may be replaced. */
    Optional<Path> chooseToSave(String title, String suggestedName, List<FileKind> kinds);

    /** Opens a file, a folder or a web page with the program meant for it. */
    void open(String address);
}
