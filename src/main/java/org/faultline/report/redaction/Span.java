package org.faultline.report.redaction;

import java.util.regex.MatchResult;

/** Where in a text a secret stands. */
record Span(int from, int to, Secret secret) {

    static Span of(MatchResult match, int group, Secret secret) {
        return new Span(match.start(group), match.end(group), secret);
    }
}
