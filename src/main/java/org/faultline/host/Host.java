package org.faultline.host;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a program can ask one machine about its network. Every call is bounded by the timeout in its request (state calls: 2 s),
 * answers interruption within 100 ms, and returns instead of throwing: a failure of the network is a value.
 * Implementations are safe for use by several threads.
 */
public interface Host {

    /** The operating system, the host name and who we are on it. Never touches the network. */
    Machine machine();

    /** Links, addresses, all routing tables, policy rules and neighbours, seen at one moment. */
    Reading<NetworkState> state();

    /** The kernel's own counters since boot, such as {@code Ip.InReceives} or {@code TcpExt.IPReversePathFilter}. */
    Reading<Counters> counters();

    /** Every listening TCP and bound UDP socket of this machine, with its owner where we may see it. */
    Reading<List<Listener>> listeners();

    /** What the kernel would do with a packet to this destination, without sending one ({@code ip route get}). */
    Reading<RouteChoice> routeTo(InetAddress destination);

    /** The raw bytes of one of the system's network configuration files, at most 1 MiB. */
    Reading<byte[]> file(SystemFile file);

    /** The name servers that this machine is told to use, in order; from {@code resolv.conf} or what the system has in its place. */
    Reading<Resolvers> resolvers();

    /**
     * The lines of the local packet filter that drop, reject or redirect, as the system's own tool prints them, at most 200.
     * NOT_PERMITTED for an ordinary user on most systems, TOOL_MISSING where the tool is not installed.
     */
    Reading<List<String>> firewallRules();

    /** All addresses that the system's own resolver (getaddrinfo) gives for a name, as any program here would get them. */
    Reading<List<InetAddress>> resolve(Resolve request);

    /** The proxies that programs on this machine are told to use: environment and desktop settings. */
    Reading<List<ProxySetting>> proxies();

    /** Both ends of a conversation with ourselves over one of this machine's own addresses. */
    SelfReply talkToSelf(SelfRequest request);

    /** ICMP or ICMPv6 echo (RFC 792, RFC 4443): a series of requests and what came of each. */
    EchoReply echo(EchoRequest request);

    /** Which routers a packet passes, by rising TTL, without privilege where the system allows it. */
    TraceReply trace(TraceRequest request);

    /** One TCP handshake, closed at once. */
    ConnectReply connect(ConnectRequest request);

    /** One TCP connection on which something may be said, and the first that the other side says; never more than was asked for. */
    ConversationReply converse(ConversationRequest request);

    /**
     * Whether a server could have this TCP port now: binds it as servers do (SO_REUSEADDR), and lets it go without listening.
     * REFUSED never; COMPETING where it is taken, PROHIBITED where the system gives it to nobody like us.
     */
    BindReply bind(InetSocketAddress address);

    /**
     * Connects to every TCP port of one of this machine's own addresses and returns those that take a connection, rising. Sends 65,535
     * SYNs, keeps few sockets and leaves no TIME_WAIT behind. A connection of our own socket with itself is none. Bounded by its own timeout.
     */
    Reading<List<Integer>> scan(ScanRequest request);

    /** One DNS query to one server (RFC 1035) and the answer as it came. */
    DnsReply dns(DnsRequest request);

    /** One HTTP/1.1 GET without following redirects (RFC 9112), over one deadline and at most 64 KiB. */
    HttpReply http(HttpRequest request);

    /** One TLS handshake (RFC 8446, RFC 5246) and the server's certificates, judged against the given trust. */
    TlsReply tls(TlsRequest request);

    /**
     * Asks the link, not the network layer, who owns an address: an ARP probe (RFC 5227) for IPv4, by packet socket where
     * permitted; elsewhere by what the system's neighbour table learns of an address that it did not know.
     * Known holds the hardware addresses of everybody else who claims it; empty means nobody did.
     */
    Reading<List<String>> whoHas(WhoHas request);
}
