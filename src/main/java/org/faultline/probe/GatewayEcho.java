package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Stage;

/** Whether each default gateway answers ping, how fast, and how many of a short series get lost. */
final class GatewayEcho implements Probe {

    private static final int COUNT = 20;
    private static final Duration INTERVAL = Duration.ofMillis(10);

    /** A reply that takes longer is asked for again with more patience, see {@link GatewayEchoLate}. */
    static final Duration TIMEOUT = Duration.ofMillis(440);

    @Override
    public String name() {
        return "gateway-echo";
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
        Recorder.Measurement measurement = recorder.begin(gateway.name()).value("interface", gateway.link().name());
        EchoReply reply = situation.host().echo(EchoRequest.series(gateway.address(), COUNT, INTERVAL, TIMEOUT));
        EchoSeries.of(reply).describe(measurement);
        measurement.value("limitLossPercent", situation.targets().thresholds().lossPercent())
            .milliseconds("limitRttMs", situation.targets().thresholds().gatewayRtt());
        LocalRefusal.note(situation, reply.failure(), measurement).ended(reply.failure(), reply.method());
    }
}
