package org.faultline.host;

import java.net.InetAddress;

/**
 * An ICMP error message that came back for a packet of ours (RFC 792, RFC 4443).
 *
 * @param from  who sent it: the router or host that gave up
 * @param type  ICMP type as on the wire of its family (3 = unreachable in IPv4, 1 in IPv6; 11 / 3 = time exceeded)
 * @param code  ICMP code as on the wire
 * @param mtu   next-hop MTU in bytes for "fragmentation needed" / "packet too big", else 0
 */
public record IcmpError(InetAddress from, int type, int code, int mtu) { }
