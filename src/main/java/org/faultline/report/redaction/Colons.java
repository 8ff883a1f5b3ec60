package org.faultline.report.redaction;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** IPv6 addresses in whatever touches them: {@code src:2a02::1:} has colons of the sentence at both ends. */
final class Colons {

    private static final Pattern RUN = Pattern.compile("[0-9A-Fa-f:.]++");
    /** A MAC address of eight pairs (EUI-64) would pass for an IPv6 address. */
    private static final Pattern PAIRS = Pattern.compile(":?(?:[0-9A-Fa-f]{2}:){5,}+[0-9A-Fa-f]{2}:?");
    private static final Pattern PREFIX = Pattern.compile("(?:%[\\w.-]+)?/(\\d{1,3})(?!\\d)");
    /** With the colons of an address, though perhaps too many of them. */
    private static final Pattern SHAPE = Pattern.compile("(?:(?:[0-9A-Fa-f]{1,4}:){6}|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?::"
        + "(?:[0-9A-Fa-f]{1,4}:){0,5})\\d{1,3}(?:\\.\\d{1,3}){3}|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}"
        + "|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?");
    private static final int SHORTEST = 2;
    /** What may stand before an address and be taken for its first group: four digits and a colon. */
    private static final int GROUP = 5;

    private Colons() { }

    static Stream<Span> in(String text) {
        return RUN.matcher(text).results().filter(run -> run.group().contains(":")).filter(run -> !PAIRS.matcher(run.group()).matches()).flatMap(run -> addresses(text, run).stream());
    }

    private record Candidate(int from, int to, InetAddress address) {
        int length() {
            return to - from;
        }
    }

    /** From left to right; each start is tried once and costs no more than the length of an address. */
    private static List<Span> addresses(String text, MatchResult run) {
        List<Span> found = new ArrayList<>();
        Matcher shape = SHAPE.matcher(text).region(run.start(), run.end());
        int at = run.start();
        while (run.end() - at >= SHORTEST) {
            Optional<Candidate> longest = longest(text, shape, at, run.end());
            longest.flatMap(candidate -> span(text, candidate)).ifPresent(found::add);
            at = longest.map(Candidate::to).orElse(at + 1);
        }
        return found;
    }

    /** The address that starts here, or a longer one that starts within the next group: in {@code src:2a02:77:0:0:0:0:0:1} the c belongs to neither. */
    private static Optional<Candidate> longest(String text, Matcher shape, int at, int end) {
        Optional<Candidate> best = starting(text, shape, at, end);
        for (int from = at + 1; best.isPresent() && from <= at + GROUP; from++) {
            Candidate longest = best.get();
            best = Optional.of(starting(text, shape, from, end).filter(other -> other.length() > longest.length()).orElse(longest));
        }
        return best;
    }

    private static Optional<Candidate> starting(String text, Matcher shape, int from, int end) {
        if (!shape.region(Math.min(from, end), end).lookingAt()) {
            return Optional.empty();
        }
        for (int to = shape.end(); to - from >= SHORTEST; to--) {
            Optional<InetAddress> address = Addresses.ipv6(text.substring(from, to));
            if (address.isPresent()) {
                return Optional.of(new Candidate(from, to, address.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> span(String text, Candidate candidate) {
        Matcher prefix = PREFIX.matcher(text).region(candidate.to(), text.length());
        Optional<Integer> length = prefix.lookingAt() ? Optional.of(Integer.valueOf(prefix.group(1))) : Optional.empty();
        return Addresses.secret(candidate.address(), length).map(secret -> new Span(candidate.from(), candidate.to(), secret));
    }
}
