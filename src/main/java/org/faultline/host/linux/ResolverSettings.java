package org.faultline.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;
import org.faultline.host.exchange.ResolverFile;

/** The name servers of {@code /etc/resolv.conf}; a local stub counts as what it is, a server on loopback. */
record ResolverSettings(SystemFiles files) {

    private static final int PORT = 53;

    Reading<Resolvers> read() {
        return switch (files.read("etc/resolv.conf")) {
            case Reading.Known<byte[]>(byte[] bytes, String method) -> Reading.known(resolvers(bytes), method);
            case Reading.Unknown<byte[]>(var cause, String detail, String method) -> Reading.unknown(cause, detail, method);
        };
    }

    private static Resolvers resolvers(byte[] bytes) {
        ResolverFile file = ResolverFile.parse(new String(bytes, StandardCharsets.UTF_8));
        return new Resolvers(file.servers().stream().map(server -> new InetSocketAddress(scoped(server), PORT)).toList(),
            file.search());
    }

    /** {@code fe80::1%eth0} names a link of this machine. */
    private static InetAddress scoped(ResolverFile.Server server) {
        return server.zone().isEmpty() || !server.address().isLinkLocalAddress() ? server.address()
            : Sockaddr.ip(server.address().getAddress(), LinkIndex.of(server.zone()));
    }
}
