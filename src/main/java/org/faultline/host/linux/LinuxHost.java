package org.faultline.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.faultline.host.BindReply;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.ConversationReply;
import org.faultline.host.ConversationRequest;
import org.faultline.host.Counters;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.Host;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.Listener;
import org.faultline.host.Machine;
import org.faultline.host.NetworkState;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.host.Resolvers;
import org.faultline.host.RouteChoice;
import org.faultline.host.ScanRequest;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.SystemFile;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsRequest;
import org.faultline.host.TraceReply;
import org.faultline.host.TraceRequest;
import org.faultline.host.Transport;
import org.faultline.host.WhoHas;
import org.faultline.host.exchange.ConversationExchange;
import org.faultline.host.exchange.DnsExchange;
import org.faultline.host.exchange.HttpExchange;
import org.faultline.host.exchange.TlsExchange;
import org.faultline.host.plain.ConfiguredProxies;
import org.faultline.model.Cause;

/** This machine, when it runs Linux: sockets and netlink through the C library, {@code /proc} and {@code /sys}. */
public final class LinuxHost implements Host {

    private static final Path ROOT = Path.of("/");

    private final StateReader state = new StateReader(new Sysfs(ROOT));
    private final MibCounters counters = new MibCounters(ROOT);
    private final SystemFiles files = new SystemFiles(ROOT);
    private final ListenerReader listeners = new ListenerReader(new SocketOwners(ROOT.resolve("proc")), ROOT.resolve("etc/passwd"));
    private final PacketFilter packetFilter = new PacketFilter(ROOT);
    private final SystemResolver resolver = new SystemResolver();
    private final DnsExchange dns;
    private final HttpExchange http;
    private final TlsExchange tls;
    private final ConversationExchange conversations;

    /** @param clock what certificates' dates are compared with */
    public LinuxHost(InstantSource clock) {
        LinuxWire wire = new LinuxWire();
        dns = new DnsExchange(wire);
        http = new HttpExchange(wire);
        tls = new TlsExchange(wire, clock);
        conversations = new ConversationExchange(wire, tls);
    }

    /** Whether this machine can be asked this way; the first call loads the foreign function machinery (about 100 ms). */
    public static boolean usable() {
        return Libc.usable();
    }

    /** Pays for the first calls in advance; for a thread in the background at the start of the program. */
    public void warm() {
        state();
        talkToSelf(new SelfRequest(InetAddress.getLoopbackAddress(), Transport.TCP, 1, Duration.ofMillis(100)));
    }

    @Override
    public Machine machine() {
        return LocalMachine.describe();
    }

    @Override
    public Reading<NetworkState> state() {
        return state.state();
    }

    @Override
    public Reading<Counters> counters() {
        return counters.read();
    }

    @Override
    public Reading<List<Listener>> listeners() {
        return listeners.read();
    }

    @Override
    public Reading<RouteChoice> routeTo(InetAddress destination) {
        return state.routeTo(destination);
    }

    @Override
    public Reading<byte[]> file(SystemFile file) {
        return files.read(file);
    }

    @Override
    public Reading<Resolvers> resolvers() {
        return new ResolverSettings(files).read();
    }

    @Override
    public Reading<List<String>> firewallRules() {
        return packetFilter.rules();
    }

    @Override
    public Reading<List<InetAddress>> resolve(Resolve request) {
        return resolver.resolve(request);
    }

    @Override
    public Reading<List<ProxySetting>> proxies() {
        return ConfiguredProxies.read(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    }

    @Override
    public SelfReply talkToSelf(SelfRequest request) {
        return switch (request.transport()) {
            case TCP -> new SelfTcp(request).talk();
            case UDP -> new SelfUdp(request).talk();
        };
    }

    @Override
    public EchoReply echo(EchoRequest request) {
        return EchoSeries.run(request);
    }

    @Override
    public TraceReply trace(TraceRequest request) {
        return Trace.run(request);
    }

    @Override
    public ConnectReply connect(ConnectRequest request) {
        return Tcp.connect(request);
    }

    @Override
    public ConversationReply converse(ConversationRequest request) {
        return conversations.converse(request);
    }

    @Override
    public BindReply bind(InetSocketAddress address) {
        return Tcp.bind(address);
    }

    @Override
    public Reading<List<Integer>> scan(ScanRequest request) {
        return PortScan.run(request);
    }

    @Override
    public DnsReply dns(DnsRequest request) {
        return dns.ask(request);
    }

    @Override
    public HttpReply http(HttpRequest request) {
        return http.get(request);
    }

    @Override
    public TlsReply tls(TlsRequest request) {
        return tls.handshake(request);
    }

    @Override
    public Reading<List<String>> whoHas(WhoHas request) {
        Reading<List<String>> asked = ArpProbe.ask(request);
        return asked instanceof Reading.Unknown<List<String>> unknown && unknown.cause() == Cause.NOT_PERMITTED
            ? NeighbourRequest.ask(this::state, request) : asked;
    }
}
