package org.faultline.host;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A listening TCP or bound UDP socket.
 *
 * @param address the address it is bound to; the wildcard for all
 * @param v6Only  an IPv6 wildcard that takes no IPv4
 * @param uid     numeric owner, -1 when unknown
 * @param program name and process id of the owner where visible
 * @param queued  connections waiting to be accepted; {@code backlog} the most that may
 */
public record Listener(Transport transport, InetAddress address, int port, boolean v6Only, int uid, Optional<Owner> program,
                       int queued, int backlog) {

    public record Owner(long pid, String name) { }
}
