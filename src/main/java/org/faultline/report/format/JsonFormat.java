package org.faultline.report.format;

import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;

/** The master, which every other format can be made from: schema {@code faultline-report/1} of the public contract. */
public final class JsonFormat implements ReportFormat {

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String ending() {
        return "faultline.json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public boolean translated() {
        return false;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        return JsonReport.write(report);
    }
}
