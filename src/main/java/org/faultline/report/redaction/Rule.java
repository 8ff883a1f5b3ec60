package org.faultline.report.redaction;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds one kind of private thing in a text. */
interface Rule {

    Stream<Span> in(String text);

    /** Everything that this pattern matches, as far as the judge calls it a secret. */
    static Rule of(String pattern, Function<MatchResult, Optional<Span>> judge) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return text -> compiled.matcher(text).results().map(judge).flatMap(Optional::stream);
    }

    /** Group 1 of every match. */
    static Rule of(String pattern, Kind kind) {
        return of(pattern, match -> Optional.of(Span.of(match, 1, Secret.of(kind, match.group(1)))));
    }
}
