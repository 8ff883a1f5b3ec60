package org.faultline.report.redaction;

import java.util.List;

/**
 * One private thing and what stands in its place.
 *
 * @param original as it was spelt first
 * @param where    the fields in which it stood, such as {@code observations[3].target}, once for each time
 */
public record Replacement(Kind kind, String original, String token, List<String> where) {

    public Replacement {
        where = List.copyOf(where);
    }

    public int count() {
        return where.size();
    }
}
