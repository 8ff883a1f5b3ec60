package org.faultline.report.redaction;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faultline.model.Report;

/** What an earlier redaction put into a report; a second one leaves it as it is. */
public final class EarlierTokens {

    private static final String TOKEN = "(?<![\\p{L}\\p{N}])((?:host|user|mac|ssid|domain|credentials|path|mail|interface|text|public-ipv4)-\\d{1,6}"
        + "|(?:public|private|link-local)-ipv6:\\d{1,6})(?![\\p{L}\\p{N}])";

    private static final Pattern TOKENS = Pattern.compile(TOKEN);

    private EarlierTokens() { }

    /** Whether something in this text of a redacted report stands for something else. */
    public static boolean standIn(String text) {
        return TOKENS.matcher(text).find();
    }

    static Set<String> in(Report report) {
        return report.redacted() ? TOKENS.matcher(report.toString()).results().map(MatchResult::group).collect(Collectors.toSet())
            : Set.of();
    }

    static Rule rule() {
        return Rule.of(TOKEN, match -> Optional.of(Span.of(match, 1, Secret.of(Kind.TEXT, match.group(1)))));
    }
}
