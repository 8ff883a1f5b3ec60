package org.faultline.probe;

import java.util.List;
import org.faultline.host.Transport;

/** The written-out list of all probes. */
public final class Probes {

    private static final List<Probe> ALL = List.of(
        // loopback
        new LoopbackLink(), new LoopbackRange(), new LoopbackPhantom(), new LoopbackSpeed(), new LoopbackRefusal(), new FirewallRules(),
        new LocalhostName(),
        new HostsFileLines(), new NameOrder(), new Ipv6Switch(), new LoopbackMtu(),
        new LoopbackAddress(Loopback.IPV4), new LoopbackRoute(Loopback.IPV4), new LoopbackRules(Loopback.IPV4),
        new LoopbackTalk(Loopback.IPV4, Transport.TCP), new LoopbackTalk(Loopback.IPV4, Transport.UDP), new LoopbackEcho(Loopback.IPV4),
        new LoopbackAddress(Loopback.IPV6), new LoopbackRoute(Loopback.IPV6), new LoopbackRules(Loopback.IPV6),
        new LoopbackTalk(Loopback.IPV6, Transport.TCP), new LoopbackTalk(Loopback.IPV6, Transport.UDP), new LoopbackEcho(Loopback.IPV6),

        // interface
        new Adapters(), new Wifi(), new Carrier(), new Addresses(), new WifiSignal(), new LinkErrors(), new LinkFlaps(),
        new DuplicateAddress(), new Netmask(), new TargetNeighbour(), new ForeignAddress(), new AnswersFiltered(),
        // gateway
        new DefaultRoute(), new GatewayNeighbour(), new GatewayEcho(), new GatewayEchoLate(false), new GatewayEchoLate(true), new GatewayLoss(),
        new GatewayTcp(), new GatewayUdp(), new GatewayOwner(), new OwnDrops(),

        // external
        new ExternalEcho(true), new ExternalEcho(false), new ExternalTcp(true), new ExternalTcp(false),
        new ResolverConfig(), new Dns(Transport.UDP), new Dns(Transport.TCP), new DnsNowhere(), new DnsLarge(), new DnsPublic(),
        new SystemResolve(), new Http(), new Https(), new HttpsByProxy(), new ProxyOffer(), new PathMtu(),
        new ExternalQuality(), new Trace(), new NewFlows(), new DnsDelay(), new DnsStub(), new LargeRequest(), new HttpsByPublicDns());

    private Probes() { }

    public static List<Probe> all() {
        return ALL;
    }
}
