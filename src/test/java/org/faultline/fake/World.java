package org.faultline.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Ipv6Support;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.LinkCounters;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.NetworkState.Rule;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.host.Prefix;

/** The description of one machine and its network; {@code scenarios/README.md} lists the fields. */
public record World(Fields fields) {

    /** The time at which every scenario plays, by the machine's clock and by everybody else's. */
    public static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final String[] KNOWN = {"machine", "links", "addresses", "routes", "rules", "neighbours", "ipv6", "routeTo", "files",
        "resolve", "resolvers", "proxies", "firewall", "counters", "listeners", "self", "echo", "tcp", "dns", "http", "tls", "trace", "whoHas", "speech", "bind", "scan",
        "unreadable", "later"};

    /** The healthy home network that every scenario changes a little. */
    public static World home() {
        return new World(Fields.parse("home", read(Path.of("src/test/resources/scenarios/home.json"))));
    }

    public World changedBy(Fields changes) {
        return new World(fields.overlaidBy(changes.only(KNOWN)));
    }

    /** This world as it looks after a moment: with the changes under {@code later} laid over it. */
    World later() {
        return changedBy(fields.object("later"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InetAddress address(String literal) {
        try {
            return InetAddress.ofLiteral(literal).getHostAddress().isEmpty() ? InetAddress.getByName(literal) : InetAddress.ofLiteral(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private static Prefix prefix(String text) {
        if (text.equals("default")) {
            return Prefix.of(address("0.0.0.0"), 0);
        }
        if (text.equals("default6")) {
            return Prefix.of(address("::"), 0);
        }
        String[] parts = text.split("/");
        InetAddress address = address(parts[0]);
        return Prefix.of(address, parts.length > 1 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8);
    }

    NetworkState state() {
        Fields ipv6 = fields.object("ipv6").only("inKernel", "disabledAll", "disabledOnLoopback");
        return new NetworkState(links(), fields.list("addresses").stream().map(World::addressLine).toList(),
            fields.list("routes").stream().map(World::routeLine).toList(), fields.list("rules").stream().map(World::ruleLine).toList(),
            neighbours(), new Ipv6Support(ipv6.flag("inKernel", true), ipv6.flag("disabledAll", false), ipv6.flag("disabledOnLoopback", false)));
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        Fields all = fields.object("links");
        for (String name : all.values().keySet()) {
            Fields link = all.object(name).only("kind", "up", "carrier", "operState", "mac", "mtu", "carrierChanges", "duplex", "speed",
                "rxPackets", "rxErrors", "associated", "signal", "ssid", "radioOff", "unreadable");
            boolean up = link.flag("up", true);
            boolean carrier = link.flag("carrier", true);
            Kind kind = Kind.valueOf(link.text("kind").orElse("ethernet").toUpperCase());
            boolean readable = !link.flag("unreadable", false);
            Optional<Wifi> wifi = kind == Kind.WIFI && readable ? Optional.of(new Wifi(link.flag("associated", true),
                Optional.of(link.number("signal", 80)), link.text("ssid").orElse("home"))) : Optional.empty();
            links.add(new Link(links.size() + 1, name, kind, up, up && readable ? Optional.of(carrier) : Optional.empty(),
                link.text("operState").orElse(up && carrier ? "up" : "down"), link.text("mac").orElse(""), link.number("mtu", 1500),
                link.number("carrierChanges", 2), link.text("duplex").orElse("full"), link.number("speed", 1000),
                new LinkCounters(link.number("rxPackets", 100_000), 80_000, link.number("rxErrors", 0), 0, 0, 0), wifi,
                link.flag("radioOff", false)));
        }
        return links;
    }

    /** {@code enp3s0 192.168.1.20/24 [dadfailed] [deprecated] [tentative] [dhcp|static|ra]}. */
    private static Address addressLine(String line) {
        List<String> words = List.of(line.split("\\s+"));
        Prefix prefix = prefix(words.get(1));
        String origin = List.of("dhcp", "static", "ra").stream().filter(words::contains).findFirst().orElse("unknown");
        return new Address(words.get(0), prefix.address(), prefix.length(), words.contains("dadfailed"), words.contains("tentative"),
            words.contains("deprecated"), origin);
    }

    /** {@code [blackhole|unreachable|prohibit|throw|local] PREFIX|default|default6 [via A] [dev D] [metric N] [table N] [linkdown]}. */
    private static Route routeLine(String line) {
        List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
        String type = List.of("blackhole", "unreachable", "prohibit", "throw", "local").contains(words.get(0)) ? words.removeFirst() : "unicast";
        return new Route(prefix(words.get(0)), type, Integer.parseInt(after(words, "table").orElse("254")),
            after(words, "via").map(World::address), after(words, "dev").orElse(""), Long.parseLong(after(words, "metric").orElse("0")),
            words.contains("linkdown"), after(words, "origin").orElse("unknown"));
    }

    /** {@code 4|6 PRIORITY: [from P] [to P] [fwmark X] ACTION [TABLE]}, such as {@code 4 100: to 127.0.0.0/8 lookup 66}. */
    private static Rule ruleLine(String line) {
        List<String> words = List.of(line.split("\\s+"));
        Optional<String> table = after(words, "lookup");
        return new Rule(Integer.parseInt(words.get(0)), Long.parseLong(words.get(1).replace(":", "")),
            table.isPresent() ? "lookup" : words.getLast(), table.map(Integer::parseInt).orElse(0),
            after(words, "from").map(World::prefix), after(words, "to").map(World::prefix),
            after(words, "fwmark").map(mark -> "fwmark " + mark).orElse(""));
    }

    /** {@code address: state [mac] [dev D] [router]}. */
    private List<Neighbour> neighbours() {
        List<Neighbour> neighbours = new ArrayList<>();
        Fields all = fields.object("neighbours");
        all.values().forEach((address, text) -> {
            List<String> words = List.of(text.toString().split("\\s+"));
            String mac = words.stream().filter(word -> word.contains(":")).findFirst().orElse("");
            neighbours.add(new Neighbour(address(address), after(words, "dev").orElse("enp3s0"), words.getFirst(), mac, words.contains("router")));
        });
        return neighbours;
    }

    private static Optional<String> after(List<String> words, String word) {
        int at = words.indexOf(word);
        return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    /**
     * The behaviour listed for the first of these keys that has one. The keys of a section go from special to general:
     * {@code 1.1.1.1:443}, {@code 1.1.1.1}, {@code *}.
     */
    Behaviour behaviour(String section, String... keys) {
        Map<String, Object> entries = fields.object(section).values();
        for (String key : keys) {
            if (entries.containsKey(key)) {
                return Behaviour.of(entries.get(key).toString());
            }
        }
        throw new IllegalArgumentException("scenario says nothing of " + section + " " + List.of(keys));
    }
}
