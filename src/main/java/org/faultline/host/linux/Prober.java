package org.faultline.host.linux;

import java.net.InetAddress;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.IcmpError;

/** Sends the numbered packets of a trace and hears what came of them. */
interface Prober extends AutoCloseable {

    /**
     * An answer.
     *
     * @param probe the number of the packet it answers
     * @param error nothing if the target answered as it should
     * @param stamp realtime clock in nanoseconds, 0 if not told
     */
    record Heard(int probe, InetAddress from, Optional<IcmpError> error, long stamp) { }

    /** Not negative, or minus the errno. */
    int send(int probe, int ttl);

    Poll poll();

    /** Everything heard since the last time. */
    Iterable<Heard> heard();

    Failure failure(int result);

    long now();

    String method();

    @Override
    void close();
}
