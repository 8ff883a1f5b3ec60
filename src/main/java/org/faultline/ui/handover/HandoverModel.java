package org.faultline.ui.handover;

import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Report;
import org.faultline.report.HandoverCode;
import org.faultline.report.Redaction;
import org.faultline.report.handover.BadCode;
import org.faultline.report.handover.Handover;

/** What a code is made of, and what a code says. */
final class HandoverModel {

    private final Locale locale;

    HandoverModel(Locale locale) {
        this.locale = locale;
    }

    /** @param opened what a code says; @param problem a sentence about what is wrong with it; one of the two is there */
    record Opened(Optional<Handover> opened, String problem) { }

    /** @param full for one's own IT: with names and addresses as they are */
    HandoverCode code(Report report, boolean full) {
        return HandoverCode.of(full ? report : Redaction.of(report).report());
    }

    Opened open(String code) {
        try {
            return new Opened(Optional.of(HandoverCode.read(code)), "");
        } catch (BadCode e) {
            return new Opened(Optional.empty(), capital(HandoverCode.whatIsWrong(e, locale)) + ".");
        }
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
