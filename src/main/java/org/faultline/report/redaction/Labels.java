package org.faultline.report.redaction;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of hosts without a dot, which only their surroundings give away: {@code http://intranet/}, {@code proxysrv:3128}. */
final class Labels {

    /** Behind the scheme and the user, and not the first part of a longer name. */
    static final String IN_URL = "[a-z0-9+.-]://(?:[^/@\\s\"'<>]*+@)?+([\\p{L}\\p{N}_-]++)(?!\\.[\\p{L}\\p{N}_-])";

    /** Before a port, and not the last part of a path, of a longer name or of an address. */
    static final String WITH_PORT = "(?<![\\p{L}\\p{N}_.:/\\\\%-])([\\p{L}\\p{N}_-]++):[1-9]\\d{0,4}+(?![\\p{L}\\p{N}_:]|\\.\\d)";

    private static final Pattern EITHER = Pattern.compile(IN_URL + "|" + WITH_PORT, Pattern.CASE_INSENSITIVE);

    /** The start of a moment in time, {@code 2026-11-23T08:30}, and what is no name at all. */
    private static final Pattern NO_NAME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d|[^\\p{L}]*");

    private Labels() { }

    static Optional<Span> host(MatchResult match) {
        return isOpen(match.group(1)) ? Optional.empty() : Optional.of(Span.of(match, 1, Secret.of(Kind.HOST, match.group(1))));
    }

    /** Every such name in a text. */
    static Set<String> in(String text) {
        Set<String> labels = new LinkedHashSet<>();
        EITHER.matcher(text).results().flatMap(match -> Stream.ofNullable(match.group(1)).findAny().or(() -> Optional.of(match.group(2))).stream())
            .filter(label -> !isOpen(label)).forEach(labels::add);
        return labels;
    }

    private static boolean isOpen(String label) {
        return NO_NAME.matcher(label).matches() || Names.isOpen(label)
            || Names.isUsualAdapter(label) || ProgramWords.only(label);
    }
}
