package org.faultline.run;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.Machine;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.Resolvers;
import org.faultline.host.SystemFile;
import org.faultline.probe.Situation;

/** The computer's part of the report: who it is and how its network was set when the run began. */
final class MachineFacts {

    private static final int LOCAL_TABLE = 255;

    private MachineFacts() { }

    static Map<String, Object> of(Situation situation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Machine machine = situation.host().machine();
        facts.put("os", machine.os());
        facts.put("osVersion", machine.osVersion());
        facts.put("hostname", machine.hostname());
        facts.put("user", machine.user());
        facts.put("privileged", machine.privileged());
        Optional<NetworkState> state = situation.state().value();
        facts.put("interfaces", state.stream().flatMap(known -> known.links().stream().map(link -> link(link, known))).toList());
        facts.put("routes", state.stream().flatMap(known -> known.routes().stream())
            .filter(route -> route.table() != LOCAL_TABLE).map(route -> route(route, state)).toList());
        facts.put("resolvers", situation.resolvers().value().stream().flatMap(known -> known.servers().stream())
            .map(server -> server.getAddress().getHostAddress()).toList());
        facts.put("search", situation.resolvers().value().map(Resolvers::search).orElse(List.of()));
        hostsFile(situation).ifPresent(file -> facts.put("hostsFile", file));
        facts.put("proxies", situation.proxies().value().stream().flatMap(List::stream)
            .map(proxy -> proxy.scheme() + "://" + proxy.host() + ":" + proxy.port()).toList());
        return facts;
    }

    private static Map<String, Object> link(Link link, NetworkState state) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", link.name());
        facts.put("kind", link.kind().name().toLowerCase(Locale.ROOT));
        facts.put("up", link.adminUp());
        link.carrier().ifPresent(carrier -> facts.put("carrier", carrier));
        facts.put("mac", link.mac());
        facts.put("mtu", link.mtu());
        link.wifi().filter(wifi -> wifi.associated() && !wifi.ssid().isEmpty()).ifPresent(wifi -> facts.put("ssid", wifi.ssid()));
        facts.put("addresses", state.addressesOf(link.name()).stream().map(MachineFacts::address).toList());
        return facts;
    }

    private static String address(Address address) {
        return address.address().getHostAddress().replaceAll("%.*", "") + "/" + address.prefixLength();
    }

    /** Not what is in it, only whether it is still the same; a file of some hundred bytes is read in no time. */
    private static Optional<Map<String, Object>> hostsFile(Situation situation) {
        return situation.host().file(SystemFile.HOSTS).value().map(content -> Map.of("bytes", content.length, "digest", digest(content)));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The gateway's MAC address as the neighbour table has it at the start; a table without it says nothing. */
    private static Optional<String> mac(InetAddress gateway, Optional<NetworkState> state) {
        return state.stream().flatMap(known -> known.neighbours().stream())
            .filter(neighbour -> neighbour.address().equals(gateway) && !neighbour.mac().isEmpty()).map(Neighbour::mac).findFirst();
    }

    private static Map<String, Object> route(Route route, Optional<NetworkState> state) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("destination", route.destination().toString());
        facts.put("type", route.type());
        route.gateway().ifPresent(gateway -> facts.put("gateway", gateway.getHostAddress()));
        route.gateway().flatMap(gateway -> mac(gateway, state)).ifPresent(mac -> facts.put("gatewayMac", mac));
        facts.put("interface", route.link());
        facts.put("metric", route.metric());
        facts.put("table", route.table());
        return facts;
    }
}
