package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Stage;

/** A longer series of pings to two hosts, asked for when the short one lost something: was it chance, or is the path lossy? */
final class ExternalLoss implements Probe {

    private static final int COUNT = 50;
    private static final Duration INTERVAL = Duration.ofMillis(8);
    private static final Duration PATIENCE = Duration.ofMillis(1_000);

    @Override
    public String name() {
        return "external-loss";
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
        return External.addresses(situation, true).stream().limit(2).map(address -> (Task) recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress());
            EchoReply reply = situation.host().echo(EchoRequest.series(address, COUNT, INTERVAL, PATIENCE));
            EchoSeries.write(measurement, reply);
        }).toList();
    }
}
