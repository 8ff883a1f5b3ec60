package org.faultline.ui.guided;

import java.util.List;
import java.util.Locale;
import org.faultline.report.SessionWords;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Surroundings;

/**
 * What the views of a guided session share.
 *
 * @param texts words of the page
 * @param words of stages, faults and questions
 */
record Outlook(Surroundings around, Frame frame, GuidedModel model, Locale locale, Texts texts, Words words, SessionWords session) {

    static Outlook of(Surroundings around, Frame frame, GuidedModel model) {
        Locale locale = around.locale();
        return new Outlook(around, frame, model, locale, around.texts(GuidedPage.ID), new Words(locale), new SessionWords(locale, Words.systemOf(System.getProperty("os.name", ""))));
    }

    /** What stands between two choices: one text after the other with a comma. */
    static String listed(List<String> parts) {
        return String.join(", ", parts);
    }
}
