package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faultline.json.BadJson;
import org.faultline.json.Place;

/** Whether what cannot be understood may be left out of a report, and what was. */
final class Gaps {

    /** Everything has to be understood. */
    static final Gaps NONE_ALLOWED = new Gaps(Optional.empty());

    private final Optional<List<String>> found;

    private Gaps(Optional<List<String>> found) {
        this.found = found;
    }

    static Gaps collected() {
        return new Gaps(Optional.of(new ArrayList<>()));
    }

    /** Each with its place. */
    List<String> found() {
        return found.map(List::copyOf).orElse(List.of());
    }

    /** What is read, or {@code instead} of it where it cannot be understood and that is allowed. */
    <T> T read(Supplier<T> reading, Supplier<T> instead) {
        try {
            return reading.get();
        } catch (BadJson e) {
            found.orElseThrow(() -> e).add(e.getMessage());
            return instead.get();
        }
    }

    /** The items of this field that can be understood; the field may be missing where gaps are allowed. */
    <T> List<T> each(Place place, String field, Function<Place, T> reading) {
        return read(() -> each(place.field(field), reading), List::of);
    }

    /** The items of this list that can be understood. */
    <T> List<T> each(Place list, Function<Place, T> reading) {
        return list.items().stream().map(item -> read(() -> Optional.of(reading.apply(item)), Optional::<T>empty)).flatMap(Optional::stream).toList();
    }
}
