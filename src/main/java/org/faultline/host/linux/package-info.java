/**
 * {@link org.faultline.host.Host} on Linux: libc through the foreign function API, rtnetlink and sock_diag, {@code /proc} and
 * {@code /sys}. The parsers are pure, over byte arrays or text. Every wait is a poll in slices of at most 100 ms; no other call
 * blocks.
 * Imports {@code model}, {@code host}, {@code host.exchange} and {@code host.plain}; only {@link org.faultline.host.Hosts} names
 * it.
 */
package org.faultline.host.linux;
