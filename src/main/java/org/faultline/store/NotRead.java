package org.faultline.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.faultline.model.Printable;
import org.faultline.report.Texts;

/** A file could not be opened as a report. Its message is a sentence that names the file and, within it, the place. */
public final class NotRead extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Reason reason;
    private final String details;

    NotRead(Path file, Reason reason, String details) {
        super(sentence(Locale.ENGLISH, file, reason, details));
        this.file = file;
        this.reason = reason;
        this.details = details;
    }

    public enum Reason {
        MISSING, NO_PERMISSION,
        /** A folder, a device, a pipe. */
        NO_FILE,
        /** What is in it is no report that this version reads; the details name the place. */
        NO_REPORT,
        /** One was wanted, and more are in it; the details say how many. */
        SEVERAL,
        OTHER;

        private String key() {
            return "not-read." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reason reason() {
        return reason;
    }

    /** What happened, to which file, and where in it, in this language; the place itself stays English. */
    public String sentence(Locale locale) {
        return sentence(locale, file, reason, details);
    }

    private static String sentence(Locale locale, Path file, Reason reason, String details) {
        return new Texts("files", locale).get(reason.key(), Printable.of(file.toString()), Printable.of(details));
    }
}
