package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;

/**
 * A series of ICMP echo requests.
 *
 * @param count       how many, including a first one that warms the path and is reported apart
 * @param interval    between requests
 * @param payload     bytes of data after the ICMP header (8 bytes); 1472 fills a 1500-byte IPv4 packet, 1452 an IPv6 one
 * @param dontFragment set the DF bit / never fragment locally
 * @param timeout     for each reply; once replies come, the wait for a missing one may shrink to a multiple of theirs
 */
public record EchoRequest(InetAddress target, int count, Duration interval, int payload, boolean dontFragment, Duration timeout) {

    /** A short series of small packets. */
    public static EchoRequest series(InetAddress target, int count, Duration interval, Duration timeout) {
        return new EchoRequest(target, count, interval, 56, false, timeout);
    }
}
