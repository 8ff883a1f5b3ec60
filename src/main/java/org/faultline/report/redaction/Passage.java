package org.faultline.report.redaction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One text of the report with its replacements in place.
 *
 * @param where the field, such as {@code session.notes[0].text}
 */
public record Passage(String where, List<Piece> pieces) {

    public Passage {
        pieces = List.copyOf(pieces);
    }

    /** A stretch of text: as it is, or with the token that takes its place. */
    public record Piece(String original, Optional<String> token) { }

    public String original() {
        return pieces.stream().map(Piece::original).collect(Collectors.joining());
    }

    public String redacted() {
        return pieces.stream().map(piece -> piece.token().orElse(piece.original())).collect(Collectors.joining());
    }
}
