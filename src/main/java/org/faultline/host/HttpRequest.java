package org.faultline.host;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * One plain GET.
 *
 * @param address where to connect, already resolved; the proxy if one is used
 * @param proxied send the absolute form of the URL (RFC 9112, 3.2.2), as to a proxy
 */
public record HttpRequest(URI url, InetSocketAddress address, boolean proxied, Duration timeout) { }
