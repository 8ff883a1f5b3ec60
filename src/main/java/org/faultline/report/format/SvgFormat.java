package org.faultline.report.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.SvgTree;

/** The decision tree with the way that the run took, as a picture of its own (SVG 1.1). */
public final class SvgFormat implements ReportFormat {

    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String ending() {
        return "svg";
    }

    @Override
    public String mediaType() {
        return "image/svg+xml";
    }

    @Override
    public boolean translated() {
        return true;
    }

    @Override
    public boolean tellsChanges() {
        return false;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgTree.of(report.diagnosis(), locale) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
