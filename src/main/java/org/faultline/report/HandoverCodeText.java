package org.faultline.report;

import java.util.Locale;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.report.handover.QrPicture;

/** A handover code as text, for a terminal: the characters to read out, the picture to scan, and the text of that picture. */
public final class HandoverCodeText {

    private HandoverCodeText() { }

    /** Only the two codes, a line each, for programs. */
    public static String lines(HandoverCode code) {
        return code.spoken() + "\n" + code.qr() + "\n";
    }

    /** Which check it is of, where nobody named one: when it began, its title, and the file that holds it. */
    public static String which(Report report, String file, Locale locale) {
        return Printable.of(new Texts("handover", locale).get("code.which", ShownTime.here(locale).of(report.started()), Telling.of(report, locale).title(), file));
    }

    /** @param full whether the report was not redacted, which is said */
    public static String write(HandoverCode code, boolean full, TextStyle style, Locale locale) {
        Texts texts = new Texts("handover", locale);
        Page page = new Page(style);
        page.paragraph("", texts.get("code.spoken")).blank().marked("    ", Ink.BOLD, code.spoken(), "").blank();
        QrPicture picture = code.picture();
        boolean fits = style.unicode() && QrLines.columns(picture) <= style.width();
        page.paragraph("", texts.get(fits ? "code.scan" : "code.no-picture", QrLines.columns(picture)) + " "
            + texts.get(full ? "full.why" : "redacted.why")).blank();
        StringBuilder text = new StringBuilder(page.toString());
        if (fits) {
            QrLines.of(picture, style.colour()).forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        return text + code.qr() + "\n\n" + new Page(style).paragraph("", Ink.FAINT, texts.get("code.decode"));
    }
}
