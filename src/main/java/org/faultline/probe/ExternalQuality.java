package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * A longer series of pings to two hosts, asked for when the short one lost something or was slow: was it chance, or is it the path?
 * Failed with LOSS or SLOW where the profile's limit is exceeded; the limit stands beside the figure.
 */
final class ExternalQuality implements Probe {

    private static final int COUNT = 50;
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMillis(1_000);

    @Override
    public String name() {
        return "external-quality";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.addresses(situation, true).stream().limit(2).map(address -> task(situation, address)).toList();
    }

    private static Task task(Situation situation, InetAddress address) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress());
            EchoReply reply = situation.host().echo(EchoRequest.series(address, COUNT, INTERVAL, PATIENCE));
            EchoSeries series = EchoSeries.of(reply);
            Targets.Thresholds limits = situation.targets().thresholds();
            series.describe(measurement.value("limitPercent", limits.lossPercent()).milliseconds("limitMs", limits.externalRtt()));
            if (reply.failure().none() && series.lossPercent() > limits.lossPercent()) {
                measurement.failed(Cause.LOSS, "", reply.method());
            } else if (series.median().filter(median -> median.compareTo(limits.externalRtt()) > 0).isPresent()) {
                measurement.failed(Cause.SLOW, "", reply.method());
            } else {
                measurement.ended(reply.failure(), reply.method());
            }
        };
    }
}
