package org.faultline.host;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The kernel's decision for one destination.
 *
 * @param type    {@code unicast}, {@code local}, or why it refuses: {@code blackhole}, {@code unreachable}, {@code prohibit}, {@code no-route}
 * @param gateway the next hop; empty when the destination counts as on-link
 * @param link    outgoing interface; empty when refused
 * @param source  the source address it would use
 * @param mtu     path MTU known for it in bytes, 0 if none is recorded
 */
public record RouteChoice(String type, Optional<InetAddress> gateway, String link, Optional<InetAddress> source, int mtu) { }
