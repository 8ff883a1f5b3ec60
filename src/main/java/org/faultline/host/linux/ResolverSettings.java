package org.faultline.host.linux;

import java.nio.charset.StandardCharsets;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;
import org.faultline.host.exchange.ResolverFile;

/** The name servers of {@code /etc/resolv.conf}; a local stub counts as what it is, a server on loopback. */
record ResolverSettings(SystemFiles files) {

    Reading<Resolvers> read() {
        return switch (files.read("etc/resolv.conf")) {
            case Reading.Known<byte[]>(byte[] bytes, String method) -> Reading.known(resolvers(bytes), method);
            case Reading.Unknown<byte[]>(var cause, String detail, String method) -> Reading.unknown(cause, detail, method);
        };
    }

    /** Not all that are listed, but the ones that the C library asks. */
    private static Resolvers resolvers(byte[] bytes) {
        return ResolverFile.parse(new String(bytes, StandardCharsets.UTF_8)).resolvers(LinkIndex::of);
    }
}
