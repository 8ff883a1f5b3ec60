package org.faultline.ui.page;

import org.kordamp.ikonli.Ikon;

/**
 * A line in the list of pages. The page is made when it is first opened.
 *
 * @param id   also the name of its words ({@code words/ID.properties}), whose {@code title} names it in the navigation
 * @param icon beside its title
 * @param mode whether it is a way to check; these share one place in the navigation and are told apart at the head of the window
 */
public record PageEntry(String id, Ikon icon, boolean mode, Factory factory) {

    public PageEntry(String id, Ikon icon, Factory factory) {
        this(id, icon, false, factory);
    }

    /** Makes the page, on the UI thread; does nothing slow. */
    @FunctionalInterface
    public interface Factory {
        Page make(Surroundings around, Frame frame);
    }
}
