package org.faultline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Report;

/**
 * Which network a run was made in, so that runs in the same one can be compared. The first of these that is known decides: 1. name of the wireless
 * network and MAC address of its router, 2. the router's MAC address, 3. name and subnet, 4. the router's address and the subnet. Two homes with the same
 * makes of router share the fourth, which is why it comes last; yet it has to do
 * where a router that was known no longer answers and so tells no MAC address. Where even its address is another one now, or gone, which is what people
 * want to be told of, the adapter and its subnet have to do.
 *
 * @param key   the same for runs in the same network; empty where nothing is known
 * @param name  as people would call it; may be empty
 * @param place name, subnet and the router's address, which are known while nobody answers; empty unless the latter two are
 * @param answered whether the router's MAC address is known
 * @param grounds adapter with the wireless network's name, else with its subnet: of the adapter that leads to the router, else of every one
 */
public record NetworkIdentity(String key, String name, String place, boolean answered, List<String> grounds) {

    public NetworkIdentity {
        grounds = List.copyOf(grounds);
    }

    public static NetworkIdentity of(Report report) {
        Optional<Map<?, ?>> route = maps(report.machine().get("routes")).filter(each -> text(each, "destination").endsWith("/0")
            && !text(each, "gateway").isEmpty()).findFirst();
        String adapter = route.map(each -> text(each, "interface")).orElse("");
        Optional<Map<?, ?>> link = maps(report.machine().get("interfaces")).filter(each -> text(each, "name").equals(adapter)).findFirst();
        String ssid = link.map(each -> text(each, "ssid")).orElse("");
        String gateway = route.map(each -> text(each, "gateway")).orElse("");
        String mac = route.map(each -> text(each, "gatewayMac")).filter(known -> !known.isEmpty()).or(() -> macSeen(report, gateway)).orElse("");
        String subnet = link.map(NetworkIdentity::subnet).orElse("");
        String name = ssid.isEmpty() ? subnet : ssid;
        String place = gateway.isEmpty() || subnet.isEmpty() ? "" : String.join(" ", ssid, gateway, subnet);
        List<String> grounds = maps(report.machine().get("interfaces")).filter(each -> adapter.isEmpty() || text(each, "name").equals(adapter))
            .map(NetworkIdentity::ground).flatMap(Optional::stream).toList();
        return new NetworkIdentity(key(ssid, mac, subnet, gateway), name, place, !mac.isEmpty(), grounds);
    }

    /** Whether nothing is known of the network, so that no run can be of the same. */
    public boolean unknown() {
        return key.isEmpty() && grounds.isEmpty();
    }

    /**
     * Whether both were made in the same network, as far as both can tell: two MAC addresses decide; with one or none, the places do, or the
     * adapter and its subnet. Example: the route leads to 192.168.1.99 now, where nobody answers, or nowhere, and eth0 still is in 192.168.1.0/24.
     */
    public boolean isSameAs(NetworkIdentity other) {
        boolean sameKey = !key.isEmpty() && key.equals(other.key);
        boolean samePlace = answered != other.answered && !place.isEmpty() && place.equals(other.place);
        boolean sameGround = !(answered && other.answered) && grounds.stream().anyMatch(other.grounds::contains);
        return sameKey || samePlace || sameGround;
    }

    /** Of an adapter that is in a network; none for this computer itself, nor for an address that it gave itself. */
    private static Optional<String> ground(Map<?, ?> link) {
        String ssid = text(link, "ssid");
        String subnet = subnet(link);
        boolean none = ssid.isEmpty() && subnet.isEmpty() || subnet.startsWith("127.") || subnet.startsWith("169.254.") && ssid.isEmpty();
        return none ? Optional.empty() : Optional.of(text(link, "name") + (ssid.isEmpty() ? " subnet " + subnet : " wifi " + ssid));
    }

    private static String key(String ssid, String mac, String subnet, String gateway) {
        if (!mac.isEmpty()) {
            return ssid.isEmpty() ? "router " + mac : "wifi " + ssid + " router " + mac;
        }
        if (!ssid.isEmpty() && !subnet.isEmpty()) {
            return "wifi " + ssid + " subnet " + subnet;
        }
        return gateway.isEmpty() || subnet.isEmpty() ? "" : "gateway " + gateway + " subnet " + subnet;
    }

    /** Where the neighbour table did not have it at the start, a probe may have seen it since. */
    private static Optional<String> macSeen(Report report, String gateway) {
        return report.observations().stream().filter(seen -> seen.probe().equals("gateway-neighbour") && seen.target().equals(gateway))
            .map(seen -> seen.text("mac")).flatMap(Optional::stream).filter(mac -> !mac.isEmpty()).findFirst();
    }

    /** The first IPv4 prefix, with the host's part cleared as far as whole bytes go. */
    private static String subnet(Map<?, ?> link) {
        return link.get("addresses") instanceof List<?> list
            ? list.stream().map(Object::toString).filter(address -> address.matches("[0-9.]+/\\d+")).findFirst().map(NetworkIdentity::network).orElse("") : "";
    }

    private static String network(String address) {
        String[] parts = address.split("[./]");
        int length = Integer.parseInt(parts[4]);
        long bits = 0;
        for (int at = 0; at < 4; at++) {
            bits = bits << 8 | Integer.parseInt(parts[at]);
        }
        long masked = length == 0 ? 0 : bits >> 32 - length << 32 - length;
        return (masked >> 24 & 255) + "." + (masked >> 16 & 255) + "." + (masked >> 8 & 255) + "." + (masked & 255) + "/" + length;
    }

    private static Stream<Map<?, ?>> maps(Object value) {
        return value instanceof List<?> items ? items.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item) : Stream.empty();
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
