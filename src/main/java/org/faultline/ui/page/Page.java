package org.faultline.ui.page;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import org.faultline.model.Report;

/** One page of the window: lays out what a model decides. All methods are called on the UI thread. */
public interface Page {

    /** What is shown; always the same node. */
    Parent view();

    /** What stands at the right of the window's head while this page is shown. */
    default Node tools() {
        return new HBox();
    }

    /** What stands beside the title in the window's head, such as the computer that was checked. */
    default ObservableValue<String> subtitle() {
        return new ReadOnlyStringWrapper("");
    }

    /** The page has become visible. */
    default void shown() { }

    /** A run was kept in the history. */
    default void runKept() { }

    /** The page is no longer visible; what it began goes on. */
    default void hidden() { }

    /** The window closes: ends every thread of its own, without waiting. */
    default void closed() { }

    /** Whether something goes on here, or is shown, that the same page in another language has to take over. */
    default boolean lasts() {
        return false;
    }

    /** Goes on with what the same page in another language left; that one is not used again. */
    default void takeOver(Page before) { }

    /** Shows one of its topics, such as the code of a fault. */
    default void open(String topic) { }

    /** Shows a finished run. */
    default void show(Report report, Origin origin) { }

    /** The run that this page shows. */
    default Optional<Report> report() {
        return Optional.empty();
    }

    /** Whether nobody asked for the run that this page shows: one that a person began is handed over before it. */
    default boolean byItself() {
        return false;
    }

    /**
     * F5: does again what the page is for.
     *
     * @return whether there is such a thing; else F5 is the check
     */
    default boolean again() {
        return false;
    }

    /** Whether something goes on here that {@link #cancel} ends. */
    default boolean working() {
        return false;
    }

    /**
     * Esc.
     *
     * @return whether there was something to cancel
     */
    default boolean cancel() {
        return false;
    }

    /**
     * Ctrl+C: puts on the clipboard what a ticket needs.
     *
     * @return whether there was something to copy
     */
    default boolean copy() {
        return false;
    }

    /** Ctrl+F. */
    default void find() { }
}
