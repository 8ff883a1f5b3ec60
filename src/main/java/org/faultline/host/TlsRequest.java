package org.faultline.host;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One TLS handshake.
 *
 * @param serverName sent as SNI and checked against the certificate (RFC 6066, RFC 9525)
 * @param extraTrust authorities trusted beside the system's and Java's own
 * @param proxy      tunnel through this HTTP proxy by CONNECT (RFC 9110, 9.3.6)
 */
public record TlsRequest(String serverName, InetSocketAddress address, List<X509Certificate> extraTrust,
                         Optional<InetSocketAddress> proxy, Duration timeout) { }
