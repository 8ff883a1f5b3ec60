package org.faultline.host.macos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.faultline.host.Counters;
import org.faultline.host.Listener;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Ipv6Support;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;
import org.faultline.host.plain.Command;
import org.faultline.host.plain.Interfaces;
import org.faultline.host.plain.Oshi;
import org.faultline.host.plain.PlainHost;
import org.faultline.model.Cause;

/**
 * This machine, when it runs macOS. Never run there by us. Echo, trace, ARP probes, the packet filter and route decisions are not
 * measured. Tools are called by their full path, so that others of the same name in the PATH do not answer.
 */
public final class MacHost extends PlainHost {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<String> IFCONFIG = List.of("/sbin/ifconfig", "-a");
    private static final List<String> NETSTAT = List.of("/usr/sbin/netstat", "-rn");
    private static final List<String> ARP = List.of("/usr/sbin/arp", "-an");
    private static final String SCUTIL = "/usr/sbin/scutil";

    private final Oshi oshi = new Oshi();

    public MacHost(InstantSource clock) {
        super(clock);
    }

    /** Without links or without routes there is no state: half of it would read as what is missing. */
    @Override
    public Reading<NetworkState> state() {
        return switch (Command.run(PATIENCE, IFCONFIG)) {
            case Reading.Known<String>(String links, String _) -> switch (Command.run(PATIENCE, NETSTAT)) {
                case Reading.Known<String>(String routes, String _) -> known(Ifconfig.parse(links), RouteTable.parse(routes));
                case Reading.Unknown<String>(Cause cause, String detail, String method) -> Reading.unknown(cause, detail, method);
            };
            case Reading.Unknown<String>(Cause cause, String detail, String method) -> Reading.unknown(cause, detail, method);
        };
    }

    private static Reading<NetworkState> known(Ifconfig links, List<Route> routes) {
        List<Neighbour> neighbours = Command.run(PATIENCE, ARP).value().map(ArpTable::parse).orElse(List.of());
        return Reading.known(new NetworkState(links.links(), links.addresses(), routes, List.of(), neighbours,
            new Ipv6Support(true, false, false)), "ifconfig, netstat, arp");
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
    public Reading<Resolvers> resolvers() {
        return switch (Command.run(PATIENCE, List.of(SCUTIL, "--dns"))) {
            case Reading.Known<String>(String text, String method) ->
                Reading.known(Scutil.dns(text, Interfaces::indexOf), method);
            case Reading.Unknown<String>(Cause cause, String detail, String method) -> Reading.unknown(cause, detail, method);
        };
    }

    @Override
    public Reading<List<ProxySetting>> proxies() {
        List<ProxySetting> found = new ArrayList<>(super.proxies().value().orElse(List.of()));
        Command.run(PATIENCE, List.of(SCUTIL, "--proxy")).value().map(Scutil::proxies).ifPresent(found::addAll);
        return Reading.known(List.copyOf(found), "environment, scutil");
    }
}
