package org.faultline.host.macos;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.exchange.Literals;

/** Reads what macOS's {@code arp -an} prints; whether a neighbour answered lately is not told: {@code stale}. */
final class ArpTable {

    private static final Pattern ROW = Pattern.compile("^\\S+ \\((\\S+)\\) at (\\S+) on (\\w+)\\b(.*)$");

    private ArpTable() { }

    static List<Neighbour> parse(String text) {
        return text.lines().map(ROW::matcher).filter(Matcher::matches).flatMap(row -> neighbour(row).stream()).toList();
    }

    private static Optional<Neighbour> neighbour(Matcher row) {
        boolean incomplete = row.group(2).equals("(incomplete)");
        String state = incomplete ? "incomplete" : row.group(4).contains("permanent") ? "permanent" : "stale";
        Optional<String> mac = incomplete ? Optional.of("") : mac(row.group(2));
        return mac.flatMap(it -> Literals.address(row.group(1))
            .map(address -> new Neighbour(address, row.group(3), state, it, false)));
    }

    /** {@code 0:1b:2:33:44:5} becomes {@code 00:1b:02:33:44:05}; group addresses are no neighbours. */
    private static Optional<String> mac(String text) {
        if (!text.matches("(?i)([0-9a-f]{1,2}:){5}[0-9a-f]{1,2}")) {
            return Optional.empty();
        }
        String full = Stream.of(text.toLowerCase(Locale.ROOT).split(":")).map(part -> part.length() == 1 ? "0" + part : part)
            .collect(Collectors.joining(":"));
        return (Integer.parseInt(full, 0, 2, 16) & 1) == 1 ? Optional.empty() : Optional.of(full);
    }
}
