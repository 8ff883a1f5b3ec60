package org.faultline.report.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.Verdict;
import org.faultline.report.Measured;
import org.faultline.report.ReportSheet;

/**
 * One line of a monitoring plugin with performance data, as the Monitoring Plugins Development Guidelines have it:
 * {@code 'label'=value[unit];[warn];[crit];[min];[max]}. The exit codes of the program are those of plugins already.
 */
public final class NagiosFormat implements ReportFormat {

    @Override
    public String id() {
        return "nagios";
    }

    @Override
    public String ending() {
        return "nagios.txt";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public boolean translated() {
        return false;
    }

    @Override
    public boolean tellsChanges() {
        return false;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        Verdict verdict = report.diagnosis().verdict();
        String code = verdict.code().equals(verdict.status().id()) ? "" : " (" + verdict.code() + ", " + Measured.stageOf(report).id() + ")";
        String line = word(verdict.status()) + " - " + ReportSheet.of(report, Locale.ENGLISH).title() + code;
        // A pipe would end the text and begin the data.
        return (Printable.of(line).replace('|', '/') + " | " + String.join(" ", data(report)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String word(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> "OK";
            case DEGRADED -> "WARNING";
            case FAULT -> "CRITICAL";
            case UNDECIDED -> "UNKNOWN";
        };
    }

    private static List<String> data(Report report) {
        List<String> data = new ArrayList<>();
        for (StageResult stage : report.diagnosis().stages()) {
            OptionalDouble fastest = Measured.fastest(report, stage.stage());
            if (fastest.isPresent()) {
                data.add(stage.stage().id().replace('-', '_') + "_rtt=" + figure(fastest.getAsDouble()) + "ms;"
                    + Measured.limit(report, stage.stage()).map(NagiosFormat::figure).orElse("") + ";;0");
            }
        }
        data.add("time=" + figure(report.elapsed().toNanos() / 1e9) + "s;;;0");
        return data;
    }

    /** Digits and a point only, as the guidelines ask. */
    private static String figure(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
