package org.faultline.report;

import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.handover.BadCode;
import org.faultline.report.handover.Handover;
import org.faultline.report.handover.HandoverCodec;
import org.faultline.report.handover.QrPicture;

/**
 * What gets a verdict to the helpdesk when the network is down: a picture to scan with a phone, and sixteen characters to read aloud.
 *
 * @param spoken four groups of four characters; holds nothing private
 * @param qr     the text of the picture; holds the facts of the report it was made of, so that one should be redacted
 */
public record HandoverCode(String spoken, String qr) {

    /** Made of this report as it is; for a picture without private facts, redact the report first. */
    public static HandoverCode of(Report report) {
        HandoverCodec codec = new HandoverCodec();
        return new HandoverCode(codec.spoken(report), codec.qr(report));
    }

    public QrPicture picture() {
        return HandoverCodec.picture(qr);
    }

    /**
     * Reads either code. Small letters, spaces and hyphens do not matter, and an O is taken for a 0.
     *
     * @throws BadCode saying what is wrong, and where if that is known
     */
    public static Handover read(String code) {
        return new HandoverCodec().read(code);
    }

    /** A small number made of all answers of the report; what is decoded from its codes has the same. */
    static int digest(Report report) {
        return HandoverCodec.digest(report);
    }

    /** What is wrong with a code, in a sentence without a capital or a full stop in English. */
    public static String whatIsWrong(BadCode bad, Locale locale) {
        return new Texts("handover", locale).get(bad.problem().key(), bad.places().toArray());
    }
}
