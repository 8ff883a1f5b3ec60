package org.faultline.ui.page;

import java.util.Optional;
import javafx.stage.Window;
import org.faultline.model.Report;

/** What a page may ask of the window around it. All methods are called on the UI thread. */
public interface Frame {

    /** Whether there is such a page. */
    boolean has(String page);

    /** Brings a page to the front. */
    void go(String page);

    /** Brings a page to the front and shows one of its topics: {@code go("help", "gateway-absent")}. */
    default void go(String page, String topic) {
        go(page);
        page(page).ifPresent(found -> found.open(topic));
    }

    /** The page of this name, where there is one. */
    Optional<Page> page(String id);

    /** The page in front. */
    Page front();

    /** Shows a finished run on the page of the check. */
    void show(Report report, Origin origin);

    /** The run that is shown, where there is one. */
    Optional<Report> report();

    /** One line in the status bar, also spoken by a screen reader. */
    void tell(String sentence);

    /** A readable dialog about something that went wrong. */
    void problem(String sentence, String details);

    /** A readable dialog about something that is worth knowing and not wrong. */
    void note(String head, String sentence);

    /** Asks before what cannot be undone; the word on the button is that of the action. Comes back at once. */
    void ask(String question, String action, Runnable yes);

    /** The owner of file choosers. */
    Window window();
}
