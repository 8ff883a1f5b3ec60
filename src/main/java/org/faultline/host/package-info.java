/**
 * The one narrow window on the operating system and the network: {@link org.faultline.host.Host} and the small values it returns.
 * It reports what happened as data (an errno, an ICMP error and who sent it), judges nothing and throws nothing for it.
 * Imports {@code model} only. Beneath it live the implementations: {@code linux} (native calls and pure parsers),
 * {@code windows}, {@code macos}, and {@code exchange} (DNS, HTTP and TLS conversations and text parsers, the same everywhere).
 * Only {@link org.faultline.host.Hosts} names those.
 */
package org.faultline.host;
