package org.faultline.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A listening TCP or bound UDP socket.
 *
 * @param address the address it is bound to; the wildcard for all
 * @param v6Only  an IPv6 wildcard that takes no IPv4
 * @param uid     numeric owner, -1 when unknown
 * @param user    name of the owner's account, or its number; empty when unknown
 * @param program name and process id of the owner where visible
 * @param queued  connections waiting to be accepted; {@code backlog} the most that may, 0 when unknown
 */
public record Listener(Transport transport, InetAddress address, int port, boolean v6Only, int uid, String user, Optional<Owner> program,
                       int queued, int backlog) {

    /** Whether what is sent to this address gets here: it is bound to it, or to all of that family, or to all of both. */
    public boolean covers(InetAddress asked) {
        boolean sameFamily = asked.getAddress().length == address.getAddress().length;
        boolean takesIpv4 = address instanceof Inet6Address && !v6Only;
        return address.equals(asked) || address.isAnyLocalAddress() && (sameFamily || takesIpv4);
    }

    public record Owner(long pid, String name) { }
}
