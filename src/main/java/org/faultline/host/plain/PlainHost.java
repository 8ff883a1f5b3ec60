package org.faultline.host.plain;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.faultline.host.Failure;
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
import org.faultline.host.WhoHas;
import org.faultline.host.exchange.ConversationExchange;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.DnsExchange;
import org.faultline.host.exchange.HttpExchange;
import org.faultline.host.exchange.ResolverFile;
import org.faultline.host.exchange.TlsExchange;
import org.faultline.host.exchange.Wire;
import org.faultline.model.Cause;

/**
 * This machine as far as the JDK alone can tell, on any system: conversations, names and files.
 * Everything else is "not measured". The state is, too: Java knows links with an address but no routes, and a state without
 * routes would read as one where they are missing.
 */
public class PlainHost implements Host {

    private static final int MOST_FILE_BYTES = 1 << 20;
    private static final String JDK = "jdk";

    private final Wire wire = new NioWire();
    private final NameLookup names = new NameLookup();
    private final DnsExchange dns = new DnsExchange(wire);
    private final HttpExchange http = new HttpExchange(wire);
    private final TlsExchange tls;
    private final ConversationExchange conversations;

    /** @param clock what certificates' dates are compared with */
    public PlainHost(InstantSource clock) {
        this.tls = new TlsExchange(wire, clock);
        this.conversations = new ConversationExchange(wire, tls);
    }

    @Override
    public Machine machine() {
        String user = System.getProperty("user.name", "");
        return new Machine(os(), System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""), hostname(), user,
            user.equals("root"), Boolean.getBoolean("java.net.preferIPv4Stack"));
    }

    private static String os() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("linux") ? "linux" : name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos"
            : "other";
    }

    /** From the environment: {@code InetAddress.getLocalHost} would ask the network. */
    private static String hostname() {
        return Optional.ofNullable(System.getenv("COMPUTERNAME")).or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
            .orElse("");
    }

    @Override
    public Reading<NetworkState> state() {
        return notSupported("Java knows no routes");
    }

    @Override
    public Reading<Counters> counters() {
        return notSupported("Java knows no counters");
    }

    @Override
    public Reading<List<Listener>> listeners() {
        return notSupported("Java knows no other program's sockets");
    }

    @Override
    public Reading<RouteChoice> routeTo(InetAddress destination) {
        return notSupported("Java knows no routes");
    }

    @Override
    public Reading<byte[]> file(SystemFile file) {
        return switch (file) {
            case HOSTS -> read(Path.of("/etc/hosts"));
            case NAME_SERVICE_SWITCH -> read(Path.of("/etc/nsswitch.conf"));
        };
    }

    /** At most 1 MiB of a regular file. */
    protected static Reading<byte[]> read(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return Reading.unknown(Cause.UNREADABLE, "not a regular file", path.toString());
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return Reading.known(stream.readNBytes(MOST_FILE_BYTES), path.toString());
        } catch (NoSuchFileException _) {
            return Reading.unknown(Cause.MISSING, "ENOENT", path.toString());
        } catch (AccessDeniedException _) {
            return Reading.unknown(Cause.UNREADABLE, "EACCES", path.toString());
        } catch (IOException _) {
            return Reading.unknown(Cause.UNREADABLE, "", path.toString());
        }
    }

    @Override
    public Reading<Resolvers> resolvers() {
        return switch (read(Path.of("/etc/resolv.conf"))) {
            case Reading.Known<byte[]>(byte[] bytes, String method) -> Reading.known(
                ResolverFile.parse(new String(bytes, StandardCharsets.ISO_8859_1)).resolvers(Interfaces::indexOf), method);
            case Reading.Unknown<byte[]>(Cause cause, String detail, String method) -> Reading.unknown(cause, detail, method);
        };
    }

    @Override
    public Reading<List<String>> firewallRules() {
        return notSupported("Java knows no packet filter");
    }

    @Override
    public Reading<List<InetAddress>> resolve(Resolve request) {
        return names.resolve(request);
    }

    @Override
    public Reading<List<ProxySetting>> proxies() {
        return ConfiguredProxies.read(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    @Override
    public SelfReply talkToSelf(SelfRequest request) {
        return new SelfTalk(request).talk();
    }

    @Override
    public EchoReply echo(EchoRequest request) {
        return new EchoReply(Failure.of(Cause.NOT_SUPPORTED), 0, 0, Optional.empty(), List.of(), List.of(), 0, JDK);
    }

    @Override
    public TraceReply trace(TraceRequest request) {
        return new TraceReply(Failure.of(Cause.NOT_SUPPORTED), List.of(), false, JDK);
    }

    @Override
    public ConnectReply connect(ConnectRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        return switch (wire.open(request.target(), deadline)) {
            case Wire.Opened.NotOpen(Failure failure) -> new ConnectReply(failure, deadline.elapsed(), wire.method());
            case Wire.Opened.Open(Wire.Stream stream) -> {
                try (stream) {
                    yield new ConnectReply(Failure.NONE, deadline.elapsed(), wire.method());
                }
            }
        };
    }

    @Override
    public ConversationReply converse(ConversationRequest request) {
        return conversations.converse(request);
    }

    /** Java has one exception for all that keeps a port from us: taken or forbidden, it cannot be had. */
    @Override
    public BindReply bind(InetSocketAddress address) {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, !os().equals("windows"));
            channel.bind(address);
            return new BindReply(Failure.NONE, JDK);
        } catch (BindException _) {
            return new BindReply(Failure.of(Cause.COMPETING), JDK);
        } catch (IOException | UnsupportedOperationException | UnsupportedAddressTypeException _) {
            return new BindReply(Failure.of(Cause.UNCLASSIFIED), JDK);
        }
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
        return notSupported("Java has no packet sockets");
    }

    protected static <T> Reading<T> notSupported(String why) {
        return Reading.unknown(Cause.NOT_SUPPORTED, why, JDK);
    }
}
