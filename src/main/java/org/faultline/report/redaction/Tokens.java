package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same secret gets the same token, numbered by order of appearance; so one report always comes out the same. */
final class Tokens {

    private final Map<Secret, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> taken;

    /** @param taken tokens that stand in the report already, from an earlier redaction */
    Tokens(Set<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    private record Entry(String original, String token, List<String> where) { }

    String token(Secret secret, String original, String where) {
        if (taken.contains(original)) {
            return original;
        }
        Entry entry = entries.computeIfAbsent(secret, _ -> new Entry(original, next(secret), new ArrayList<>()));
        entry.where().add(where);
        return entry.token();
    }

    private String next(Secret secret) {
        String token;
        do {
            token = secret.prefix() + numbers.merge(secret.prefix(), 1, Integer::sum);
        } while (taken.contains(token));
        return token + secret.suffix();
    }

    List<Replacement> replacements() {
        return entries.entrySet().stream().map(entry -> new Replacement(entry.getKey().kind(), entry.getValue().original(),
            entry.getValue().token(), entry.getValue().where())).toList();
    }
}
