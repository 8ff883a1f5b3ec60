package org.faultline.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One value of a document and where it stands. Every reading that does not fit throws {@link BadJson} with that place.
 *
 * @param path  such as {@code report.stages[2].id}
 * @param value as {@link JsonText} reads it
 */
public record Place(String path, Object value) {

    private static final int LONGEST_SHOWN = 60;

    /** A year; nothing of a run lasts longer. */
    private static final double LONGEST_MS = 366.0 * 24 * 3600 * 1000;

    /** The field of this name, which must be there. */
    public Place field(String name) {
        return optional(name).orElseThrow(() -> new BadJson(path + "." + name, "is missing"));
    }

    /** The field of this name, if it is there. */
    public Optional<Place> optional(String name) {
        return Optional.ofNullable(object().get(name)).map(found -> new Place(path + "." + name, found));
    }

    public Map<String, Object> object() {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // JsonText makes no other maps
            Map<String, Object> fields = (Map<String, Object>) map;
            return fields;
        }
        throw isNot("an object {…}");
    }

    public List<Place> items() {
        if (!(value instanceof List<?> list)) {
            throw isNot("a list […]");
        }
        List<Place> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(new Place(path + "[" + items.size() + "]", item));
        }
        return items;
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw isNot("a text in quotes");
    }

    public double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw isNot("a number");
    }

    public int wholeNumber() {
        if (value instanceof Integer number) {
            return number;
        }
        throw isNot("a whole number");
    }

    /** A duration given in milliseconds, read to the nanosecond. */
    public Duration milliseconds() {
        double ms = number();
        if (!(ms >= 0 && ms <= LONGEST_MS)) {
            throw refuse(this + " ms is no possible duration");
        }
        return Duration.ofNanos(BigDecimal.valueOf(ms).movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Refuses every field that is not named here. */
    public void only(Set<String> known) {
        for (String name : object().keySet()) {
            if (!known.contains(name)) {
                throw new BadJson(path + "." + shown(name), "there is no such key; known are " + String.join(", ", sorted(known)));
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private BadJson isNot(String wanted) {
        return refuse(this + " is not " + wanted);
    }

    public BadJson refuse(String problem) {
        return new BadJson(path, problem);
    }

    /** The value itself, short and safe to show. */
    @Override
    public String toString() {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case String text -> "\"" + shown(text) + "\"";
            default -> value.toString();
        };
    }

    /** Text of a document, cut and without anything that would steer a terminal. */
    static String shown(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).forEach(character -> safe.appendCodePoint(
            switch (Character.getType(character)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                     Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
                default -> character;
            }));
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? safe.append('…').toString() : safe.toString();
    }
}
