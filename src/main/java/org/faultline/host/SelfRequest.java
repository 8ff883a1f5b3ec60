package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;

/**
 * A conversation with ourselves: listen on the address, connect to it, pass a token there and back.
 *
 * @param rounds conversations after the first, each timed; the first one is never counted
 */
public record SelfRequest(InetAddress address, Transport transport, int rounds, Duration timeout) { }
