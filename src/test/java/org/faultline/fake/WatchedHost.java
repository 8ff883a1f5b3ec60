package org.faultline.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.faultline.host.ConnectRequest;
import org.faultline.host.ConversationRequest;
import org.faultline.host.DnsRequest;
import org.faultline.host.EchoRequest;
import org.faultline.host.Host;
import org.faultline.host.HttpRequest;
import org.faultline.host.Resolve;
import org.faultline.host.ScanRequest;
import org.faultline.host.SelfRequest;
import org.faultline.host.TlsRequest;
import org.faultline.host.TraceRequest;

/** Notes what a host is asked to contact: every address that gets a packet, and every name that leaves the machine in one. */
public record WatchedHost(Host host, Set<InetAddress> contacted, Set<String> asked) {

    public static WatchedHost of(Host host) {
        Set<InetAddress> contacted = ConcurrentHashMap.newKeySet();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Host watched = (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (_, method, arguments) -> {
            for (Object argument : Optional.ofNullable(arguments).orElse(new Object[0])) {
                target(argument).ifPresent(contacted::add);
                name(argument).ifPresent(asked::add);
            }
            try {
                return method.invoke(host, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return new WatchedHost(watched, contacted, asked);
    }

    /** Neither {@code routeTo}, a look-up in the kernel, nor {@code whoHas}, which no router passes on, can get beyond the gateway. */
    private static Optional<InetAddress> target(Object request) {
        return switch (request) {
            case EchoRequest echo -> Optional.of(echo.target());
            case TraceRequest trace -> Optional.of(trace.target());
            case ConnectRequest connect -> Optional.of(connect.target().getAddress());
            case ConversationRequest conversation -> Optional.of(conversation.target().getAddress());
            case ScanRequest scan -> Optional.of(scan.address());
            case DnsRequest dns -> Optional.of(dns.server().getAddress());
            case HttpRequest http -> Optional.of(http.address().getAddress());
            case TlsRequest tls -> Optional.of(tls.proxy().map(InetSocketAddress::getAddress).orElse(tls.address().getAddress()));
            case SelfRequest self -> Optional.of(self.address());
            default -> Optional.empty();
        };
    }

    private static Optional<String> name(Object request) {
        return switch (request) {
            case DnsRequest dns -> Optional.of(dns.name());
            case Resolve resolve -> Optional.of(resolve.name());
            default -> Optional.empty();
        };
    }
}
