package org.faultline.host;

import java.util.List;

/**
 * One configured proxy.
 *
 * @param scheme  what it is for: {@code http} or {@code https}
 * @param host    host name or address literal; {@code port} 1 to 65535
 * @param source  where it is configured: {@code environment http_proxy}, {@code desktop}, {@code pac http://…}
 * @param exceptions hosts that go around it, as written
 * @param credentials whether a user name is part of it (never the credentials themselves)
 */
public record ProxySetting(String scheme, String host, int port, String source, List<String> exceptions, boolean credentials) { }
