package org.faultline.host;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One question to one server.
 *
 * @param type      {@code A}, {@code AAAA} or {@code TXT}
 * @param transport over UDP one query is repeated once at 30 % of the timeout
 */
public record DnsRequest(InetSocketAddress server, String name, String type, Transport transport, Duration timeout) { }
