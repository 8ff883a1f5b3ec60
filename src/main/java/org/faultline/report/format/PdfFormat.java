package org.faultline.report.format;

import java.util.Locale;
import org.faultline.model.Report;

/** PDF 1.7 on A4: text that can be selected and read aloud, the tree as lines, page numbers, bookmarks. */
public final class PdfFormat implements ReportFormat {

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public boolean translated() {
        return true;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        return new PdfSheet(report, locale).bytes();
    }
}
