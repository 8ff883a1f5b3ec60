package org.faultline.ui.page;

import org.kordamp.ikonli.Ikon;

/**
 * A line in the list of pages. The page is made when it is first opened.
 *
 * @param id   also the name of its words ({@code words/ID.properties}), whose {@code title} names it in the navigation
 * @param icon beside its title
 */
public record PageEntry(String id, Ikon icon, Factory factory) {

    /** Makes the page, on the UI thread; does nothing slow. */
    @FunctionalInterface
    public interface Factory {
        Page make(Surroundings around, Frame frame);
    }
}
