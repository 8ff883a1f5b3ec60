package org.faultline.probe;

import java.util.List;
import org.faultline.host.Transport;

/** The written-out list of all probes. */
public final class Probes {

    private static final List<Probe> ALL = List.of(
        // loopback

        // interface
        new Adapters(), new Wifi(), new Carrier(), new Addresses(), new WifiSignal(), new LinkErrors(), new LinkFlaps(),
        new DuplicateAddress(), new Netmask(), new TargetNeighbour(), new ForeignAddress(), new AnswersFiltered(),
        // gateway
        new DefaultRoute(), new GatewayNeighbour(), new GatewayEcho(), new GatewayEchoLate(), new GatewayLoss(), new GatewayTcp(),
        new GatewayUdp(), new GatewayOwner(), new OwnDrops(),

        // external
        new ExternalEcho(true), new ExternalEcho(false), new ExternalTcp(true), new ExternalTcp(false),
        new ResolverConfig(), new Dns(Transport.UDP), new Dns(Transport.TCP), new DnsNowhere(), new DnsLarge(), new DnsPublic(),
        new SystemResolve(), new Http(), new Https(), new HttpsByProxy(), new ProxyOffer(), new PathMtu(),
        new ExternalQuality(), new Trace(), new NewFlows(), new DnsDelay(), new LargeRequest(), new HttpsByPublicDns());

    private Probes() { }

    public static List<Probe> all() {
        return ALL;
    }
}
