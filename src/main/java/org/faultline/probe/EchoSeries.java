package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;

/** Writes a series of echo replies down, the same way wherever one was pinged. */
final class EchoSeries {

    private EchoSeries() { }

    /** Values: {@code sent}, {@code received}, {@code lossPercent}; {@code rttMs} the median without the first sample, {@code maxMs}. */
    static void write(Recorder.Measurement measurement, EchoReply reply) {
        measurement.value("sent", reply.sent()).value("received", reply.received());
        if (reply.received() > 0) {
            measurement.value("lossPercent", 100.0 * (reply.sent() - reply.received()) / reply.sent());
        }
        List<Duration> sorted = reply.roundTrips().stream().sorted().toList();
        if (!sorted.isEmpty()) {
            measurement.milliseconds("rttMs", sorted.get(sorted.size() / 2)).milliseconds("maxMs", sorted.getLast());
        } else {
            reply.first().ifPresent(first -> measurement.milliseconds("firstMs", first));
        }
        measurement.ended(reply.failure(), reply.method());
    }
}
