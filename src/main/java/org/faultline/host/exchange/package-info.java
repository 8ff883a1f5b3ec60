/**
 * DNS, HTTP and TLS conversations and the parsers of configuration texts: the same on every system.
 * Conversations speak over {@link org.faultline.host.exchange.Wire}, which each system implements with the errno it can see.
 * Imports {@code model} and {@code host} only; reads no clock but {@link java.lang.System#nanoTime()}, spawns nothing.
 */
package org.faultline.host.exchange;
