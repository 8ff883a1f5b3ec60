package org.faultline.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a series of echo requests.
 *
 * @param failure    {@link Failure#NONE} if at least one reply came; else why none did
 * @param sent       requests that left; {@code received} replies that came in time
 * @param first      round trip of the first request, which also pays for a cold machine and for address resolution
 * @param roundTrips of the others, in order of sending, by kernel time stamp where the system gives one
 * @param lost       indexes (0-based, of all sent) that got no reply
 * @param ttl        of the last reply, 0 if none
 * @param method     {@code icmp-datagram-socket}, {@code icmp-raw-socket}, or what was refused
 */
public record EchoReply(Failure failure, int sent, int received, Optional<Duration> first, List<Duration> roundTrips,
                        List<Integer> lost, int ttl, String method) { }
