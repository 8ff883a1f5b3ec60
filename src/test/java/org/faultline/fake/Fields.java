package org.faultline.fake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.faultline.json.JsonText;

/** A JSON object of a scenario file that refuses what nobody asked for, so that a misspelt field never passes silently. */
public record Fields(String path, Map<String, Object> values) {

    private static final int LONGEST = 1 << 20;

    public static Fields parse(String name, String json) {
        return new Fields(name, object(name, JsonText.read(json.getBytes(StandardCharsets.UTF_8), LONGEST, name).value()));
    }

    public Fields only(String... known) {
        Set<String> allowed = Set.of(known);
        values.keySet().stream().filter(key -> !allowed.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(path + "." + key + ": unknown field; known are " + allowed);
        });
        return this;
    }

    public Fields object(String key) {
        return new Fields(path + "." + key, value(key).map(value -> object(path + "." + key, value)).orElse(Map.of()));
    }

    public Optional<String> text(String key) {
        return value(key).map(Object::toString);
    }

    private Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> value != JsonText.NULL);
    }

    public boolean flag(String key, boolean otherwise) {
        return value(key).map(Boolean.class::cast).orElse(otherwise);
    }

    public int number(String key, int otherwise) {
        return value(key).map(value -> ((Number) value).intValue()).orElse(otherwise);
    }

    public List<String> list(String key) {
        return switch (value(key).orElse(List.of())) {
            case List<?> list -> list.stream().map(Object::toString).toList();
            case Object other -> throw new IllegalArgumentException(path + "." + key + ": " + other + " is not a list");
        };
    }

    /** This object with the other's fields laid over it: objects are merged, everything else is replaced, null removes. */
    public Fields overlaidBy(Fields other) {
        return new Fields(other.path, merge(values, other.values));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merge(Map<String, Object> base, Map<String, Object> overlay) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        overlay.forEach((key, value) -> {
            if (value == JsonText.NULL) {
                merged.remove(key);
            } else if (value instanceof Map && merged.get(key) instanceof Map) {
                merged.put(key, merge((Map<String, Object>) merged.get(key), (Map<String, Object>) value));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String path, Object value) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException(path + ": " + value + " is not an object");
    }
}
