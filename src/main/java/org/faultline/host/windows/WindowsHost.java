package org.faultline.host.windows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.Counters;
import org.faultline.host.Listener;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Ipv6Support;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.LinkCounters;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;
import org.faultline.host.SystemFile;
import org.faultline.host.exchange.Literals;
import org.faultline.host.plain.Command;
import org.faultline.host.plain.Interfaces;
import org.faultline.host.plain.Oshi;
import org.faultline.host.plain.PlainHost;
import oshi.hardware.NetworkIF;
import oshi.hardware.NetworkIF.IfOperStatus;

/**
 * This machine, when it runs Windows. Never run there by us. Echo, trace, ARP probes, the packet filter and route decisions are
 * not measured: the tools that show them are translated, and what they print is no safe evidence.
 */
public final class WindowsHost extends PlainHost {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String METHOD = "OSHI, arp, netsh";
    private static final int DNS_PORT = 53;
    private static final List<String> SETTINGS =
        List.of("reg", "query", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");

    private final Oshi oshi = new Oshi();

    public WindowsHost(InstantSource clock) {
        super(clock);
    }

    @Override
    public Reading<NetworkState> state() {
        return Oshi.guarded(this::known);
    }

    private Reading<NetworkState> known() {
        Map<String, Wifi> wifi = Command.run(PATIENCE, List.of("netsh", "wlan", "show", "interfaces")).value()
            .map(WlanInterfaces::parse).orElse(Map.of());
        Map<Integer, String> names = new HashMap<>();
        List<Link> links = new ArrayList<>();
        List<Address> addresses = new ArrayList<>();
        for (NetworkIF link : oshi.links()) {
            names.put(link.getIndex(), name(link));
            links.add(link(link, Optional.ofNullable(wifi.get(name(link)))));
            addresses.addAll(addresses(link));
        }
        List<Neighbour> neighbours =
            Command.run(PATIENCE, List.of("arp", "-a")).value().map(text -> ArpTable.parse(text, names)).orElse(List.of());
        return Reading.known(new NetworkState(links, addresses, oshi.routes(names), List.of(), neighbours,
            new Ipv6Support(true, false, false)), METHOD);
    }

    /** As Windows shows it to people ({@code Ethernet}), which is what {@code netsh} calls it too. */
    private static String name(NetworkIF link) {
        return link.getIfAlias().isBlank() ? link.getName() : link.getIfAlias();
    }

    /** Windows does not list adapters that are switched off; one that is listed and not up has no carrier. */
    private static Link link(NetworkIF link, Optional<Wifi> wifi) {
        IfOperStatus status = link.getIfOperStatus();
        boolean unknown = status == IfOperStatus.UNKNOWN || status == IfOperStatus.TESTING;
        String mac = link.getMacaddr().contains(":") ? link.getMacaddr().toLowerCase(Locale.ROOT) : "";
        return new Link(link.getIndex(), name(link), kind(link), status != IfOperStatus.NOT_PRESENT,
            unknown ? Optional.empty() : Optional.of(status == IfOperStatus.UP), status.name().toLowerCase(Locale.ROOT)
                .replace("_", ""),
            mac, (int) Math.min(link.getMTU(), Integer.MAX_VALUE), 0, "", (int) (link.getSpeed() / 1_000_000),
            new LinkCounters(link.getPacketsRecv(), link.getPacketsSent(), link.getInErrors(), link.getOutErrors(),
                link.getInDrops(), 0),
            wifi, false);
    }

    /** IANA ifType: 6 Ethernet, 71 IEEE 802.11, 24 loopback, 23 PPP, 131 tunnel, 243 and 244 mobile broadband. */
    static Kind kind(NetworkIF link) {
        return switch (link.getIfType()) {
            case 24 -> Kind.LOOPBACK;
            case 71 -> Kind.WIFI;
            case 243, 244 -> Kind.MOBILE;
            case 23, 131 -> Kind.TUNNEL;
            case 6 -> link.isKnownVmMacAddr() || !link.isConnectorPresent() ? Kind.VIRTUAL : Kind.ETHERNET;
            default -> Kind.VIRTUAL;
        };
    }

    private static List<Address> addresses(NetworkIF link) {
        List<Address> found = new ArrayList<>();
        add(found, link, link.getIPv4addr(), link.getSubnetMasks());
        add(found, link, link.getIPv6addr(), link.getPrefixLengths());
        return found;
    }

    private static void add(List<Address> found, NetworkIF link, String[] texts, Short[] lengths) {
        for (int at = 0; at < Math.min(texts.length, lengths.length); at++) {
            int length = lengths[at];
            Literals.address(texts[at]).filter(address -> length >= 0 && length <= address.getAddress().length * 8)
                .ifPresent(address -> found.add(new Address(name(link), address, length, false, false, false, "unknown")));
        }
    }

    @Override
    public Reading<Counters> counters() {
        return Oshi.guarded(oshi::counters);
    }

    @Override
    public Reading<List<Listener>> listeners() {
        return Oshi.guarded(oshi::listeners);
    }

    @Override
    public Reading<byte[]> file(SystemFile file) {
        return switch (file) {
            case HOSTS -> read(Path.of(Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows"), "System32",
                "drivers", "etc", "hosts"));
            case NAME_SERVICE_SWITCH -> notSupported("Windows has no such file");
        };
    }

    @Override
    public Reading<Resolvers> resolvers() {
        return Oshi.guarded(() -> Reading.known(new Resolvers(oshi.nameServers().stream().flatMap(text -> server(text).stream())
            .toList(),
            List.of()), "OSHI"));
    }

    private static Optional<InetSocketAddress> server(String text) {
        Optional<InetAddress> address = Literals.address(text);
        return address.map(it -> new InetSocketAddress(Literals.withScope(it, Interfaces.indexOf(Literals.zone(text))),
            DNS_PORT));
    }

    @Override
    public Reading<List<ProxySetting>> proxies() {
        List<ProxySetting> found = new ArrayList<>(super.proxies().value().orElse(List.of()));
        Command.run(PATIENCE, SETTINGS).value().map(InternetSettings::parse).ifPresent(found::addAll);
        return Reading.known(List.copyOf(found), "environment, registry");
    }
}
