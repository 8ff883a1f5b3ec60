package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Pings to ourselves. */
record LoopbackEcho(Loopback loopback) implements Probe {

    /** 40 in 120 ms: with 5 % loss each way four get lost, and all come back once in 60 runs. */
    private static final int COUNT = 40;
    private static final Duration INTERVAL = Duration.ofMillis(3);

    /** An answer takes 0.01 ms. */
    private static final Duration TIMEOUT = Duration.ofMillis(180);

    @Override
    public String name() {
        return loopback.probe("echo");
    }

    @Override
    public Stage stage() {
        return loopback.stage();
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(loopback.text());
            record(situation.host().echo(EchoRequest.series(loopback.address(), COUNT, INTERVAL, TIMEOUT)), seen);
        });
    }

    private static void record(EchoReply reply, Recorder.Measurement seen) {
        seen.value("sent", reply.sent()).value("received", reply.received()).value("lost", reply.sent() - reply.received());
        Median.of(reply.roundTrips()).ifPresent(median -> seen.milliseconds("medianMs", median));
        if (reply.failure().none() && reply.received() < reply.sent()) {
            seen.failed(Cause.LOSS, "", reply.method());
        } else {
            seen.ended(reply.failure(), reply.method());
        }
    }
}
