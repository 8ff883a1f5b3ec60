package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Recorder.Measurement;

/** A second, longer series to a gateway that lost some of the first: one burst of loss is nobody's fault. */
final class GatewayLoss implements Probe {

    private static final int COUNT = 30;
    private static final Duration INTERVAL = Duration.ofMillis(10);

    @Override
    public String name() {
        return "gateway-loss";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().<Task>map(gateway -> recorder -> measure(situation, gateway, recorder)).toList();
    }

    private static void measure(Situation situation, Ways.Gateway gateway, Recorder recorder) {
        Measurement measurement = recorder.begin(gateway.name()).value("interface", gateway.link().name());
        EchoReply reply = situation.host().echo(EchoRequest.series(gateway.address(), COUNT, INTERVAL, GatewayEcho.TIMEOUT));
        double limit = situation.targets().thresholds().lossPercent();
        EchoSeries series = EchoSeries.of(reply);
        series.describe(measurement.value("limitLossPercent", limit));
        if (reply.failure().none() && series.lossPercent() > limit) {
            measurement.failed(Cause.LOSS, "", reply.method());
        } else {
            measurement.ended(reply.failure(), reply.method());
        }
    }
}
