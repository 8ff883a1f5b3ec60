package org.faultline.host;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * The configured name servers in the order in which they are asked.
 *
 * @param servers with scope for link-local IPv6; empty when none is configured
 * @param search  domain suffixes tried for short names
 */
public record Resolvers(List<InetSocketAddress> servers, List<String> search) {

    public Resolvers {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
    }
}
