package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Recorder.Measurement;

/**
 * How long the gateway takes when it is given time: for one that looked slow or silent. The median round trip must stay within the
 * profile's limit. It runs from the start, and only the questions about such a gateway wait for it. The same series again, on demand,
 * tells whether one that was slow still is.
 */
final class GatewayEchoLate implements Probe {

    private static final int COUNT = 6;
    private static final Duration INTERVAL = Duration.ofMillis(20);

    /** Beyond this a local network is of no use to anybody. */
    private static final Duration TIMEOUT = Duration.ofMillis(1_000);

    private final boolean again;

    GatewayEchoLate(boolean again) {
        this.again = again;
    }

    @Override
    public String name() {
        return again ? "gateway-echo-again" : "gateway-echo-late";
    }

    @Override
    public boolean onDemand() {
        return again;
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().<Task>map(gateway -> recorder -> measure(situation, gateway, recorder)).toList();
    }

    private static void measure(Situation situation, Ways.Gateway gateway, Recorder recorder) {
        Measurement measurement = recorder.begin(gateway.name()).value("interface", gateway.link().name());
        EchoReply reply = situation.host().echo(EchoRequest.series(gateway.address(), COUNT, INTERVAL, TIMEOUT));
        Duration limit = situation.targets().thresholds().gatewayRtt();
        EchoSeries series = EchoSeries.of(reply);
        series.describe(measurement.milliseconds("limitRttMs", limit));
        if (series.median().filter(median -> median.compareTo(limit) > 0).isPresent()) {
            measurement.failed(Cause.SLOW, "", reply.method());
        } else {
            measurement.ended(reply.failure(), reply.method());
        }
    }
}
