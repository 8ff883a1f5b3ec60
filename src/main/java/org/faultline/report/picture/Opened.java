package org.faultline.report.picture;

import java.util.HashMap;
import java.util.Map;

/**
 * Which stages, sides and rests stand open: what was chosen, and where nothing was, the way that was taken.
 *
 * @param all     everything is open
 * @param choices open or not, by id of a stage or a side
 */
public record Opened(boolean all, Map<String, Boolean> choices) {

    /** Nothing chosen: the stage that matters is open, and in it the way that was taken. */
    public static final Opened AS_WALKED = new Opened(false, Map.of());

    public static final Opened EVERYTHING = new Opened(true, Map.of());

    public Opened {
        choices = Map.copyOf(choices);
    }

    public Opened with(String id, boolean open) {
        Map<String, Boolean> more = new HashMap<>(choices);
        more.put(id, open);
        return new Opened(all, more);
    }

    /** Nothing is chosen any more of what lies within this stage or side. */
    public Opened without(String id) {
        Map<String, Boolean> fewer = new HashMap<>(choices);
        fewer.keySet().removeIf(other -> other.startsWith(id + "/") || other.startsWith(id + ":"));
        return new Opened(all, fewer);
    }

    public boolean isOpen(String id, boolean asWalked) {
        return choices.getOrDefault(id, all || asWalked);
    }
}
