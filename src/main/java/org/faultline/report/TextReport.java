package org.faultline.report;

import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.model.Verdict;

/** The report as text. */
public final class TextReport {

    private TextReport() { }

    public static String write(Report report) {
        return firstLine(report) + "\n";
    }

    static String firstLine(Report report) {
        Verdict verdict = report.diagnosis().verdict();
        return word(verdict.status()) + " " + verdict.code() + " " + JsonReport.stageOf(report).id() + ": " + Telling.of(report).title();
    }

    private static String word(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> "OK";
            case DEGRADED -> "WARNING";
            case FAULT, UNDECIDED -> status.name().toUpperCase(Locale.ROOT);
        };
    }
}
