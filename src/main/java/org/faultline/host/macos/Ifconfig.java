package org.faultline.host.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.LinkCounters;
import org.faultline.host.exchange.Literals;

/**
 * Reads links and addresses from what macOS's {@code ifconfig} prints. Which {@code en} is wireless it does not tell, so all
 * count as Ethernet. Packet counters are not in it and stay 0.
 *
 * @param links     in the order printed
 * @param addresses of them
 */
record Ifconfig(List<Link> links, List<Address> addresses) {

    private static final Pattern HEAD = Pattern.compile("^([a-z0-9]+): flags=[0-9a-f]+<([A-Z0-9,_]*)>(?: mtu (\\d{1,6}))?.*$");
    private static final Pattern INET = Pattern.compile("^\\s+inet (\\S+)(?: --> \\S+)? netmask 0x([0-9a-f]{8}).*$");
    private static final Pattern INET6 = Pattern.compile("^\\s+inet6 (\\S+)(?: --> \\S+)? prefixlen (\\d{1,3})(.*)$");
    private static final Pattern ETHER = Pattern.compile("^\\s+ether ((?:[0-9a-f]{2}:){5}[0-9a-f]{2})\\s*$");
    private static final Pattern STATUS = Pattern.compile("^\\s+status: (\\w+)\\s*$");

    static Ifconfig parse(String text) {
        List<Link> links = new ArrayList<>();
        List<Address> addresses = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                links.add(link(links.size() + 1, head));
            } else if (!links.isEmpty()) {
                Link last = links.removeLast();
                links.add(with(last, line));
                address(last.name(), line).ifPresent(addresses::add);
            }
        }
        return new Ifconfig(links, addresses);
    }

    private static Link link(int index, Matcher head) {
        List<String> flags = List.of(head.group(2).split(","));
        int mtu = head.group(3) == null ? 0 : Integer.parseInt(head.group(3));
        return link(index, head.group(1), kind(head.group(1), flags), flags.contains("UP"), Optional.empty(), "unknown", "", mtu);
    }

    private static Link link(int index, String name, Kind kind, boolean up, Optional<Boolean> carrier, String state, String mac,
        int mtu) {
        return new Link(index, name, kind, up, carrier, state, mac, mtu, 0, "", 0, new LinkCounters(0, 0, 0, 0, 0, 0),
            Optional.empty(), false);
    }

    private static Kind kind(String name, List<String> flags) {
        if (flags.contains("LOOPBACK")) {
            return Kind.LOOPBACK;
        }
        return flags.contains("POINTOPOINT") ? Kind.TUNNEL : name.matches("en\\d+") ? Kind.ETHERNET : Kind.VIRTUAL;
    }

    private static Link with(Link link, String line) {
        Matcher ether = ETHER.matcher(line);
        Matcher status = STATUS.matcher(line);
        if (ether.matches()) {
            return link(link.index(), link.name(), link.kind(), link.adminUp(), link.carrier(), link.operState(), ether.group(1),
                link.mtu());
        }
        if (status.matches()) {
            boolean active = status.group(1).equals("active");
            Optional<Boolean> carrier = link.adminUp() ? Optional.of(active) : Optional.empty();
            return link(link.index(), link.name(), link.kind(), link.adminUp(), carrier, active ? "up" : "down", link.mac(),
                link.mtu());
        }
        return link;
    }

    private static Optional<Address> address(String link, String line) {
        Matcher inet = INET.matcher(line);
        Matcher inet6 = INET6.matcher(line);
        if (inet.matches()) {
            int length = Integer.bitCount((int) Long.parseLong(inet.group(2), 16));
            return Literals.address(inet.group(1)).map(it -> new Address(link, it, length, false, false, false, "unknown"));
        }
        if (inet6.matches() && Integer.parseInt(inet6.group(2)) <= 128) {
            List<String> words = List.of(inet6.group(3).strip().split(" +"));
            return Literals.address(inet6.group(1)).filter(it -> it.getAddress().length == 16)
                .map(it -> new Address(link, it, Integer.parseInt(inet6.group(2)), words.contains("duplicated"),
                    words.contains("tentative"),
                    words.contains("deprecated"), words.contains("autoconf") ? "ra" : "unknown"));
        }
        return Optional.empty();
    }
}
