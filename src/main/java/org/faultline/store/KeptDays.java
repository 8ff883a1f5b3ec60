package org.faultline.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faultline.store.History.Bounds;

/** For how many days a person wants runs to be kept, in the window and in the terminal. */
public final class KeptDays {

    /** What may be chosen; 0 keeps nothing. */
    public static final List<Integer> CHOICES = List.of(0, 7, 30, 90, 365);

    private static final String KEY = "historyDays";
    private static final int USUAL = (int) Bounds.USUAL.age().toDays();

    private KeptDays() { }

    public static int of(Settings settings) {
        return settings.more().get(KEY) instanceof Number days && CHOICES.contains(days.intValue()) ? days.intValue() : USUAL;
    }

    public static Settings with(Settings settings, int days) {
        Map<String, Object> more = new LinkedHashMap<>(settings.more());
        more.put(KEY, days);
        return settings.withMore(more);
    }

    /** Of a history in which this person's runs are; where nothing is to be kept any more, of what was kept before. */
    public static Bounds bounds(Settings settings) {
        return new Bounds(Bounds.USUAL.runs(), Bounds.USUAL.bytes(), Duration.ofDays(Math.max(1, of(settings))));
    }
}
