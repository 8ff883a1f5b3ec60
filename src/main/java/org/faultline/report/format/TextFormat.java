package org.faultline.report.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;

/** Plain text for a ticket or a mail: 80 columns, UTF-8, no colours. */
public final class TextFormat implements ReportFormat {

    private static final TextStyle STYLE = new TextStyle(80, true, false, TextStyle.Detail.USUAL);

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public boolean translated() {
        return true;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        return TextReport.write(report, STYLE, locale).getBytes(StandardCharsets.UTF_8);
    }
}
