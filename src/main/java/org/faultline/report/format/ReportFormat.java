package org.faultline.report.format;

import java.util.Locale;
import org.faultline.model.Report;

/** One form in which a report is handed over. The same report and language give the same bytes. */
public interface ReportFormat {

    /** As in {@code --format}. */
    String id();

    /** File ending without the first dot. */
    String ending();

    /** Media type with charset, as HTTP would name it. */
    String mediaType();

    /** Whether its words follow the language asked for; else they are English, for programs. */
    boolean translated();

    /** Whether it tells what has changed since the last healthy run, {@link Report#sinceHealthy}. */
    default boolean tellsChanges() {
        return true;
    }

    /** The whole file. */
    byte[] write(Report report, Locale locale);
}
