package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.Route;

/** The links and gateways by which this machine reaches the outside, or would. */
final class Ways {

    private final Situation situation;

    private Ways(Situation situation) {
        this.situation = situation;
    }

    static Ways of(Situation situation) {
        return new Ways(situation);
    }

    /**
     * A router on a link of this machine.
     *
     * @param metric of the default route that names it; the lowest is preferred
     */
    record Gateway(InetAddress address, Link link, long metric) {

        String name() {
            return plain(address);
        }

        boolean ipv4() {
            return address instanceof Inet4Address;
        }

        /** Point-to-point links have nobody to ask for a hardware address. */
        boolean hasNeighbours() {
            return link.kind() != NetworkState.Kind.TUNNEL && link.kind() != NetworkState.Kind.MOBILE;
        }
    }

    /** An address as it is written, without the scope that Java adds to link-local IPv6. */
    static String plain(InetAddress address) {
        return address.getHostAddress().replaceAll("%.*", "");
    }

    /** An address by which others can reach us: neither loopback nor link-local, unique, and no longer being checked. */
    static boolean usable(Address address) {
        InetAddress ip = address.address();
        return !ip.isLoopbackAddress() && !ip.isLinkLocalAddress() && !ip.isAnyLocalAddress() && !ip.isMulticastAddress()
            && !address.tentative() && !address.dadFailed();
    }

    private Stream<NetworkState> state() {
        return situation.state().value().stream();
    }

    /**
     * The links to judge. (1) Adapters, and whatever else owns a default route, such as a bridge over an adapter;
     * (2) never a tunnel, which only rides on another link, (3) unless there is nothing but tunnels.
     */
    List<Link> links() {
        List<Link> adapters = linksWhere(link -> link.outward() || !link.tunnel() && ownsDefaultRoute(link));
        return adapters.isEmpty() ? linksWhere(link -> link.tunnel() && ownsDefaultRoute(link)) : adapters;
    }

    /** Those of {@link #links} that carry the preferred default route of either family; nobody minds what the others do. */
    List<Link> inUse() {
        List<String> names = Stream.of(true, false)
            .flatMap(ipv4 -> situation.defaultRoutes(ipv4).stream().filter(route -> !isTunnel(route)).limit(1)).map(Route::link).toList();
        return links().stream().filter(link -> names.contains(link.name())).toList();
    }

    /** The gateways of a family on links of this machine, preferred first, each once; those behind a tunnel are not ours to judge. */
    List<Gateway> gateways(boolean ipv4) {
        List<Gateway> found = gatewaysOf(situation.gatewayRoutes(ipv4));
        return found.isEmpty() ? gatewaysOf(otherGatewayRoutes(ipv4)) : found;
    }

    List<Gateway> gateways() {
        return Stream.concat(gateways(true).stream(), gateways(false).stream()).toList();
    }

    Optional<Link> link(String name) {
        return state().flatMap(known -> known.link(name).stream()).findFirst();
    }

    boolean ownAddress(InetAddress address) {
        return state().flatMap(known -> known.addresses().stream()).anyMatch(own -> own.address().equals(address));
    }

    boolean ownMac(String mac) {
        return state().flatMap(known -> known.links().stream()).anyMatch(link -> link.mac().equalsIgnoreCase(mac));
    }

    boolean hasUsableAddress(boolean ipv4) {
        return state().flatMap(known -> known.addresses().stream())
            .anyMatch(address -> usable(address) && address.address() instanceof Inet4Address == ipv4);
    }

    private List<Link> linksWhere(Predicate<Link> condition) {
        return state().flatMap(known -> known.links().stream()).filter(condition.and(link -> !link.loopback())).toList();
    }

    private boolean ownsDefaultRoute(Link link) {
        return Stream.of(true, false).flatMap(ipv4 -> situation.defaultRoutes(ipv4).stream()).anyMatch(route -> route.link().equals(link.name()));
    }

    /** When a tunnel has taken over the default route, the route to its far end still names the gateway. */
    private List<Route> otherGatewayRoutes(boolean ipv4) {
        return state().flatMap(known -> known.routes().stream())
            .filter(route -> route.type().equals("unicast") && route.destination().address() instanceof Inet4Address == ipv4)
            .filter(route -> route.gateway().filter(gateway -> gateway instanceof Inet4Address == ipv4).isPresent())
            .sorted(Comparator.comparingLong(Route::metric)).toList();
    }

    private List<Gateway> gatewaysOf(List<Route> routes) {
        Map<String, Gateway> byName = new LinkedHashMap<>();
        for (Route route : routes) {
            Optional<Link> link = link(route.link()).filter(found -> !found.tunnel());
            link.ifPresent(found -> route.gateway().ifPresent(address ->
                byName.putIfAbsent(plain(address), new Gateway(address, found, route.metric()))));
        }
        return List.copyOf(byName.values());
    }

    private boolean isTunnel(Route route) {
        return link(route.link()).filter(Link::tunnel).isPresent();
    }
}
