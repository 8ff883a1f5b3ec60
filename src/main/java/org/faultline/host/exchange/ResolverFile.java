package org.faultline.host.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.faultline.host.Resolvers;

/**
 * {@code resolv.conf} as the C library reads it (resolv.conf(5)).
 *
 * @param servers all that are listed; the library asks the first three only, and 127.0.0.1 if there are none
 * @param search  of the last {@code search} or {@code domain} line
 */
public record ResolverFile(List<Server> servers, List<String> search, Options options, List<Integer> badLines) {

    /** The C library's MAXNS. */
    public static final int ASKED = 3;
    private static final int MOST = 100;
    private static final int DNS_PORT = 53;

    /** @param zone of a link-local address as written ({@code eth0}, {@code 2}), else empty; a number is in the address too */
    public record Server(int line, InetAddress address, String zone) {

        /** The address with the number of its interface, where the zone names one. */
        private InetAddress scoped(ToIntFunction<String> indexOf) {
            return address instanceof Inet6Address v6 && v6.getScopeId() == 0 && !zone.isEmpty()
                ? Literals.withScope(address, indexOf.applyAsInt(zone)) : address;
        }
    }

    /** Within the library's own limits: timeout 1 to 30 s, 1 to 5 attempts, ndots 0 to 15. */
    public record Options(Duration timeout, int attempts, int ndots, boolean rotate) {

        static final Options DEFAULT = new Options(Duration.ofSeconds(5), 2, 1, false);

        private Options with(String option) {
            int colon = option.indexOf(':');
            String name = colon < 0 ? option : option.substring(0, colon);
            Optional<Integer> number = number(option.substring(colon + 1));
            return switch (name) {
                case "timeout" -> new Options(number.map(it -> Duration.ofSeconds(Math.clamp(it, 1, 30))).orElse(timeout),
                    attempts, ndots, rotate);
                case "attempts" -> new Options(timeout, number.map(it -> Math.clamp(it, 1, 5)).orElse(attempts), ndots, rotate);
                case "ndots" -> new Options(timeout, attempts, number.map(it -> Math.clamp(it, 0, 15)).orElse(ndots), rotate);
                case "rotate" -> new Options(timeout, attempts, ndots, true);
                default -> this;
            };
        }

        private static Optional<Integer> number(String text) {
            boolean digits = !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }
    }

    public ResolverFile {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
        badLines = List.copyOf(badLines);
    }

    /** Never fails; lines that the library would not understand are listed by number, at most 100. */
    public static ResolverFile parse(String text) {
        List<Server> servers = new ArrayList<>();
        List<String> search = List.of();
        Options options = Options.DEFAULT;
        List<Integer> bad = new ArrayList<>();
        int number = 0;
        for (String line : Lines.of(text, '\0')) {
            number++;
            List<String> words = line.startsWith("#") || line.startsWith(";") ? List.of() : Lines.words(line);
            List<String> values = words.isEmpty() ? words : words.subList(1, words.size());
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "nameserver" -> server(number, values).filter(_ -> servers.size() < MOST)
                    .ifPresentOrElse(servers::add, addTo(bad, number));
                case "search", "domain" -> search = values.subList(0, Math.min(values.size(), MOST));
                case "options" -> {
                    for (String option : values) {
                        options = options.with(option);
                    }
                }
                case "", "sortlist" -> { }
                default -> addTo(bad, number).run();
            }
        }
        return new ResolverFile(servers, search, options, bad);
    }

    /** The servers that are asked. @param indexOf number of the interface of a zone's name, 0 if there is none */
    public Resolvers resolvers(ToIntFunction<String> indexOf) {
        return new Resolvers(servers.stream().limit(ASKED).map(server -> new InetSocketAddress(server.scoped(indexOf), DNS_PORT))
            .toList(), search);
    }

    private static Optional<Server> server(int line, List<String> values) {
        return values.stream().findFirst()
            .flatMap(value -> Literals.address(value).map(address -> new Server(line, address, Literals.zone(value))));
    }

    private static Runnable addTo(List<Integer> bad, int line) {
        return () -> {
            if (bad.size() < MOST) {
                bad.add(line);
            }
        };
    }
}
