package org.faultline.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;

/** The pages that there are, each made when it is first asked for. */
final class MadePages {

    private final Surroundings around;
    private final Frame frame;
    private final List<PageEntry> entries;
    private final Map<String, Page> made = new HashMap<>();

    MadePages(Surroundings around, Frame frame, List<PageEntry> entries) {
        this.around = around;
        this.frame = frame;
        this.entries = entries;
    }

    List<PageEntry> entries() {
        return entries;
    }

    /** The one with which the window opens. */
    PageEntry first() {
        return entries.getFirst();
    }

    Optional<PageEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** By their id, in the language chosen now. */
    Map<String, String> titles() {
        return entries.stream().collect(Collectors.toMap(PageEntry::id, entry -> around.texts(entry.id()).get("title")));
    }

    boolean isMade(PageEntry entry) {
        return made.containsKey(entry.id());
    }

    Page of(PageEntry entry) {
        return made.computeIfAbsent(entry.id(), _ -> entry.factory().make(around, frame));
    }

    Optional<Page> of(String id) {
        return entry(id).map(this::of);
    }

    /**
     * Gives up those that were made, for another language.
     *
     * @return those that last, by their id, for new ones to go on with
     */
    Map<String, Page> anew() {
        Map<String, Page> before = Map.copyOf(made);
        before.values().stream().filter(page -> !page.lasts()).forEach(Page::closed);
        made.clear();
        return before.entrySet().stream().filter(each -> each.getValue().lasts()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ends what they have going on. */
    void close() {
        made.values().forEach(Page::closed);
    }
}
