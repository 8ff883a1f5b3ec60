package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.EchoReply;

/** The figures of a series of echo replies, the same wherever one was pinged. The first sample never counts as slowness. */
record EchoSeries(EchoReply reply, List<Duration> sorted) {

    static EchoSeries of(EchoReply reply) {
        return new EchoSeries(reply, reply.roundTrips().stream().sorted().toList());
    }

    double lossPercent() {
        return reply.sent() == 0 ? 0 : 100.0 * (reply.sent() - reply.received()) / reply.sent();
    }

    Optional<Duration> median() {
        return Median.of(sorted);
    }

    /** Values: {@code sent}, {@code received}, {@code lossPercent}; {@code rttMs} the median, {@code maxMs}; {@code firstMs} alone if only one came. */
    void describe(Recorder.Measurement measurement) {
        measurement.value("sent", reply.sent()).value("received", reply.received());
        if (reply.received() > 0) {
            measurement.value("lossPercent", lossPercent());
        }
        if (sorted.isEmpty()) {
            reply.first().ifPresent(first -> measurement.milliseconds("firstMs", first));
        } else {
            measurement.milliseconds("rttMs", sorted.get(sorted.size() / 2)).milliseconds("maxMs", sorted.getLast());
        }
    }
}
