package org.faultline.host;

import java.time.Duration;
import java.util.List;

/**
 * What came of talking to ourselves.
 *
 * @param step      the step that failed, {@link Step#DONE} when none did
 * @param roundTrips one per completed round, first excluded
 * @param lost      rounds that got no answer
 */
public record SelfReply(Step step, Failure failure, List<Duration> roundTrips, int lost, String method) {

    /** {@code ACCEPT}: the handshake succeeded, but not with our listener; {@code ECHO}: the bytes that came back were not ours. */
    public enum Step { SOCKET, BIND, CONNECT, ACCEPT, SEND, ECHO, DONE }
}
