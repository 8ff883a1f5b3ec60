package org.faultline.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.faultline.model.Printable;
import org.faultline.report.Texts;

/** A file could not be written; what was there before is untouched. Its message is a sentence that names the path. */
public final class NotWritten extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Reason reason;

    NotWritten(Path file, Reason reason, IOException cause) {
        super(sentence(Locale.ENGLISH, file, reason, cause), cause);
        this.file = file;
        this.reason = reason;
    }

    public enum Reason {
        FOLDER_MISSING, FOLDER_IS_A_FILE, IS_A_FOLDER, NO_PERMISSION, READ_ONLY, DISK_FULL, PATH_TOO_LONG,
        /** The old file cannot be replaced: another program holds it open (Windows), or it is protected. */
        HELD,
        OTHER;

        private String key() {
            return "not-written." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Path file() {
        return file;
    }

    public Reason reason() {
        return reason;
    }

    /** What happened, to which file, and what helps, in this language. */
    public String sentence(Locale locale) {
        return sentence(locale, file, reason, (IOException) getCause());
    }

    private static String sentence(Locale locale, Path file, Reason reason, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        return new Texts("files", locale).get(reason.key(), Printable.of(file.toString()),
            Printable.of(String.valueOf(folder)), Printable.of(String.valueOf(cause.getMessage())));
    }
}
