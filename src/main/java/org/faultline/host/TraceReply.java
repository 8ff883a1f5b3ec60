package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way towards a target.
 *
 * @param failure {@link Failure#NONE} if the measurement itself worked, whatever it found
 * @param hops    one per TTL tried, in order; ends at the target or at the last TTL
 * @param reached whether the target itself answered
 */
public record TraceReply(Failure failure, List<Hop> hops, boolean reached, String method) {

    /**
     * @param router who answered for this TTL; empty when nobody did
     * @param error  the ICMP error if it was not a plain time-exceeded
     */
    public record Hop(int ttl, Optional<InetAddress> router, Optional<Duration> roundTrip, Optional<IcmpError> error) { }
}
