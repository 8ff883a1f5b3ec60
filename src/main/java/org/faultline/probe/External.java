package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.model.Cause;

/** What the probes beyond the gateway share: whom to ask, and how long to wait. */
final class External {

    /** 1.4 s: twice the round trip by satellite (0.6 to 0.8 s), and a silent internet is still told within two seconds. */
    static final Duration PATIENCE = Duration.ofMillis(1_400);

    /** 1.7 s for exchanges of several round trips: handshake, hello, certificate. */
    static final Duration EXCHANGE_PATIENCE = Duration.ofMillis(1_700);

    private External() { }

    /**
     * The well-known hosts of a family, as far as this machine has a way out of that family; a missing way is told by other stages.
     * IPv4 without a route is tried all the same where there is no IPv6 either, for then its error is the evidence.
     */
    static List<InetAddress> addresses(Situation situation, boolean ipv4) {
        List<InetAddress> addresses = of(situation, ipv4);
        boolean wanted = ipv4 ? leadsOut(situation, addresses) || !leadsOut(situation, of(situation, false)) : leadsOut(situation, addresses)
            && hasGlobalIpv6(situation);
        return wanted ? addresses : List.of();
    }

    private static List<InetAddress> of(Situation situation, boolean ipv4) {
        return situation.targets().addresses().stream().filter(address -> address instanceof Inet4Address == ipv4).toList();
    }

    private static boolean leadsOut(Situation situation, List<InetAddress> addresses) {
        return addresses.stream().limit(1).anyMatch(address -> situation.host().routeTo(address).value()
            .filter(choice -> !choice.type().equals("unicast") && !choice.type().equals("local")).isEmpty());
    }

    /** A unique-local or link-local address alone promises no way to the internet (RFC 4193). */
    private static boolean hasGlobalIpv6(Situation situation) {
        return situation.state().value().isEmpty() || situation.state().value().get().addresses().stream()
            .anyMatch(address -> (address.address().getAddress()[0] & 0xE0) == 0x20 && address.address().getAddress().length == 16);
    }

    /** The name servers that this machine is told to use. */
    static List<InetSocketAddress> resolvers(Situation situation) {
        return situation.resolvers().value().stream().flatMap(known -> known.servers().stream()).limit(4).toList();
    }

    /** The proxy that programs here would use for a URL, if one is configured and the host is not excepted. */
    static Optional<ProxySetting> proxyFor(Situation situation, URI url) {
        return situation.proxies().value().stream().flatMap(List::stream)
            .filter(proxy -> proxy.scheme().equals(url.getScheme()))
            .filter(proxy -> proxy.exceptions().stream().noneMatch(exception -> url.getHost().endsWith(exception.replaceFirst("^[*.]+", ""))))
            .findFirst();
    }

    /** Whether a proxy is configured that we cannot follow: a script (PAC) or a kind of proxy that we do not speak. */
    static Optional<ProxySetting> foreignProxy(Situation situation) {
        return situation.proxies().value().stream().flatMap(List::stream)
            .filter(proxy -> !proxy.scheme().equals("http") && !proxy.scheme().equals("https")).findFirst();
    }

    /**
     * The address by which a program here would reach a name: IPv4 first where it has a way out, so that dead IPv6 stays a matter of its
     * own; IPv6 on a machine that has nothing else.
     */
    static Reading<InetAddress> locate(Situation situation, String name) {
        return switch (situation.lookups().of(name)) {
            case Reading.Known<List<InetAddress>>(List<InetAddress> found, String method) when !found.isEmpty() ->
                Reading.known(preferred(situation, found), method);
            case Reading.Known<List<InetAddress>> known -> Reading.unknown(Cause.NO_DATA, "", known.method());
            case Reading.Unknown<List<InetAddress>> unknown -> Reading.unknown(
                unknown.cause() == Cause.TIMED_OUT ? Cause.NO_REPLY : unknown.cause(), unknown.detail(), unknown.method());
        };
    }

    private static InetAddress preferred(Situation situation, List<InetAddress> found) {
        List<InetAddress> ipv4 = found.stream().filter(Inet4Address.class::isInstance).toList();
        List<InetAddress> ipv6 = found.stream().filter(address -> !(address instanceof Inet4Address)).toList();
        boolean onlyIpv6Leads = !ipv6.isEmpty() && (ipv4.isEmpty() || !leadsOut(situation, ipv4) && leadsOut(situation, ipv6));
        return onlyIpv6Leads ? ipv6.getFirst() : ipv4.getFirst();
    }

    static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    }
}
