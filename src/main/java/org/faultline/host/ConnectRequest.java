package org.faultline.host;

import java.net.InetSocketAddress;
import java.time.Duration;

/** @param target resolved address and port 1 to 65535 */
public record ConnectRequest(InetSocketAddress target, Duration timeout) { }
