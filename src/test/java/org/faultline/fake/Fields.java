package org.faultline.fake;

import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON object of a scenario file that refuses what nobody asked for, so that a misspelt field never passes silently. */
public record Fields(String path, Map<String, Object> values) {

    private static final Jsonb JSON = Jsonb.builder().build();

    public static Fields parse(String name, String json) {
        return new Fields(name, object(name, JSON.type(Object.class).fromJson(json)));
    }

    public Fields only(String... known) {
        Set<String> allowed = Set.of(known);
        values.keySet().stream().filter(key -> !allowed.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(path + "." + key + ": unknown field; known are " + allowed);
        });
        return this;
    }

    public Fields object(String key) {
        return new Fields(path + "." + key, values.get(key) == null ? Map.of() : object(path + "." + key, values.get(key)));
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    public boolean flag(String key, boolean otherwise) {
        return values.get(key) == null ? otherwise : (Boolean) values.get(key);
    }

    public int number(String key, int otherwise) {
        return values.get(key) == null ? otherwise : ((Number) values.get(key)).intValue();
    }

    public List<String> list(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
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
            if (value == null) {
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
