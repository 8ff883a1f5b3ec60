package org.faultline.ui.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Report;
import org.faultline.report.Redaction;
import org.faultline.report.format.Formats;
import org.faultline.report.format.ReportFormat;

/**
 * What is to be handed over, and how.
 *
 * @param redacted names and public addresses are replaced; so it is unless a person decides otherwise
 */
record ExportModel(ReportFormat format, Locale language, boolean redacted) {

    /** Sorts by time, and every system takes it as part of a name; in UTC, as the moments in the file: a redacted one tells no zone. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A page to read in any browser, in the language of the window, without what is private. */
    static ExportModel first(Locale language) {
        return new ExportModel(Formats.of("html").orElseThrow(), language, true);
    }

    ExportModel with(ReportFormat other) {
        return new ExportModel(other, language, redacted);
    }

    ExportModel with(Locale other) {
        return new ExportModel(format, other, redacted);
    }

    ExportModel redacted(boolean yes) {
        return new ExportModel(format, language, yes);
    }

    /** The whole file. Takes some hundredths of a second, so not on the UI thread. */
    byte[] bytes(Report report) {
        return format.write(redacted ? Redaction.of(report).report() : report, language);
    }

    /** What would be replaced, and where; empty where everything stays. As slow as writing. */
    Optional<Redaction> redaction(Report report) {
        return redacted ? Optional.of(Redaction.of(report)) : Optional.empty();
    }

    String suggestedName(Report report) {
        return "faultline-" + report.diagnosis().verdict().code() + "-" + STAMP.format(report.started()) + "." + format.ending();
    }
}
