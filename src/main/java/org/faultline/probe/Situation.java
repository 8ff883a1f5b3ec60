package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Counters;
import org.faultline.host.Host;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;

/**
 * What is known of the machine before anything is sent: the ground on which probes choose their targets.
 *
 * @param counters the kernel's counters at the start, to compare with later
 * @param clock    the machine's own idea of the time
 * @param lookups  what takes a while to ask, asked once a run
 */
public record Situation(Host host, Targets targets, Reading<NetworkState> state, Reading<Counters> counters,
                        Reading<Resolvers> resolvers, InstantSource clock,
                        Lookups lookups) {

    /** Reads the machine's state; a few milliseconds, no packet. */
    public static Situation of(Host host, Targets targets, InstantSource clock) {
        return new Situation(host, targets, host.state(), host.counters(), host.resolvers(), clock, new Lookups(host));
    }

    /** The configured proxies; may take half a second the first time. */
    public Reading<List<ProxySetting>> proxies() {
        return lookups.proxies();
    }

    /** The addresses of a name as any program here gets them; a literal address is its own. Asked once a run, at most 1.4 s. */
    public Reading<List<InetAddress>> addressesOf(String name) {
        return lookups.of(name);
    }

    /** Whether an address is one of this machine's own. */
    public boolean isOwn(InetAddress address) {
        return address.isLoopbackAddress() || state.value().stream().flatMap(known -> known.addresses().stream())
            .anyMatch(own -> own.address().equals(address));
    }

    /** The usable default routes of a family in the main table, the preferred one (lowest metric) first. */
    public List<Route> defaultRoutes(boolean ipv4) {
        return state.value().stream().flatMap(known -> known.routes().stream())
            .filter(route -> route.isDefault() && route.table() == 254
                && route.destination().address() instanceof Inet4Address == ipv4)
            .sorted(Comparator.comparingLong(Route::metric)).toList();
    }

    /** The gateways of all default routes, preferred first, each once. */
    public List<Route> gatewayRoutes(boolean ipv4) {
        return defaultRoutes(ipv4).stream().filter(route -> route.gateway().isPresent()).toList();
    }

    /** The next hop that the kernel prefers for everything else. */
    public Optional<InetAddress> gateway(boolean ipv4) {
        return gatewayRoutes(ipv4).stream().findFirst().flatMap(Route::gateway);
    }
}
