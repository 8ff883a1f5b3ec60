package org.faultline.host.linux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.NetworkState.Rule;
import org.faultline.host.linux.LinkMessages.RawLink;

/** What five rtnetlink dumps say, before {@code /sys} is asked about the links. Pure. */
record RawState(List<RawLink> links, List<Address> addresses, List<Route> routes, List<Rule> rules, List<Neighbour> neighbours) {

    /** The answers to the five questions, in the order of the components. */
    static RawState parse(byte[] links, byte[] addresses, byte[] routes, byte[] rules, byte[] neighbours) {
        List<RawLink> parsed = LinkMessages.links(links);
        IntFunction<String> names = names(parsed);
        List<Route> parsedRoutes = RouteMessages.routes(routes, names);
        List<Address> parsedAddresses = AddressMessages.addresses(addresses, names).stream()
            .map(address -> leased(address, parsedRoutes)).toList();
        return new RawState(parsed, parsedAddresses, parsedRoutes, RuleMessages.rules(rules),
            NeighbourMessages.neighbours(neighbours, names));
    }

    /** Link names by index; a link that is gone meanwhile is called {@code if5}, as iproute2 does. */
    static IntFunction<String> names(List<RawLink> links) {
        Map<Integer, String> names = new HashMap<>();
        links.forEach(link -> names.put(link.index(), link.name()));
        return index -> index == 0 ? "" : names.getOrDefault(index, "if" + index);
    }

    /** Some DHCP clients (busybox) set no lifetime, so that the address looks static; their routes tell. */
    private static Address leased(Address address, List<Route> routes) {
        boolean byDhcp = address.origin().equals("static") && address.address().getAddress().length == 4
            && routes.stream().anyMatch(route -> route.link().equals(address.link()) && route.origin().equals("dhcp"));
        return !byDhcp ? address : new Address(address.link(), address.address(), address.prefixLength(), address.dadFailed(),
            address.tentative(), address.deprecated(), "dhcp");
    }
}
