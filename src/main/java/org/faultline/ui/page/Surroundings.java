package org.faultline.ui.page;

import java.time.InstantSource;
import java.util.Locale;
import org.faultline.report.Texts;
import org.faultline.run.Workplace;
import org.faultline.store.Folders;

/**
 * Everything outside the window that a page may need. Tests hand in their own.
 *
 * @param choices  what the person chose, and where changes of it are kept
 * @param folders  where files of the program live
 * @param workplace the machine to check and the clocks; slow, never on the UI thread
 * @param uiThread the way back to the UI thread
 * @param desktop  clipboard, file choosers, opening files
 */
public record Surroundings(Choices choices, Folders folders, Workplace workplace, UiThread uiThread, Desktop desktop) {

    /** The time of day. */
    public InstantSource clock() {
        return workplace.wallClock();
    }

    public Locale locale() {
        return choices.now().locale();
    }

    /** The words of one page: {@code words/BOOK.properties}. */
    public Texts texts(String book) {
        return new Texts(book, locale());
    }
}
