package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faultline.report.redaction.Passage.Piece;

/** Takes a text apart into what may stay and what may not. */
final class Scanner {

    private final List<Rule> rules;
    private final Tokens tokens;

    Scanner(List<Rule> rules, Tokens tokens) {
        this.rules = List.copyOf(rules);
        this.tokens = tokens;
    }

    List<Piece> pieces(String text, String where) {
        List<Span> found = finds(text);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : found) {
            plain(text.substring(at, span.from()), pieces);
            pieces.add(secret(text.substring(span.from(), span.to()), span.secret(), where));
            at = span.to();
        }
        plain(text.substring(at), pieces);
        return pieces;
    }

    /** What is private in a text, from left to right. */
    List<Span> finds(String text) {
        List<Span> found = new ArrayList<>();
        find(text, 0, 0, found);
        found.sort(Comparator.comparingInt(Span::from));
        return found;
    }

    Piece secret(String original, Secret secret, String where) {
        return new Piece(original, Optional.of(tokens.token(secret, original, where)));
    }

    private static void plain(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, Optional.empty()));
        }
    }

    /** Each rule splits what the rules before it left. */
    private void find(String text, int offset, int rule, List<Span> found) {
        if (rule == rules.size() || text.isEmpty()) {
            return;
        }
        int at = 0;
        for (Span span : rules.get(rule).in(text).sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (span.from() < at || span.from() == span.to()) {
                continue;
            }
            find(text.substring(at, span.from()), offset + at, rule + 1, found);
            found.add(new Span(offset + span.from(), offset + span.to(), span.secret()));
            at = span.to();
        }
        find(text.substring(at), offset + at, rule + 1, found);
    }
}
