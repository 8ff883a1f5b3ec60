package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;

/**
 * A scan of all TCP ports.
 *
 * @param address one of this machine's own
 * @param timeout for the whole of it; a scan that does not end in time is not known
 */
public record ScanRequest(InetAddress address, Duration timeout) { }
