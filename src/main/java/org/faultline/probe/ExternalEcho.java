package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Stage;

/** Pings the well-known hosts of one family: ten requests each, gentle enough for a narrow line (100 bytes every 20 ms). */
final class ExternalEcho implements Probe {

    private static final int COUNT = 10;
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final boolean ipv4;

    ExternalEcho(boolean ipv4) {
        this.ipv4 = ipv4;
    }

    @Override
    public String name() {
        return ipv4 ? "external-echo" : "external-echo6";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.addresses(situation, ipv4).stream().map(address -> task(situation, address)).toList();
    }

    private static Task task(Situation situation, InetAddress address) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress());
            EchoReply reply = situation.host().echo(EchoRequest.series(address, COUNT, INTERVAL, External.PATIENCE));
            EchoSeries.of(reply).describe(measurement.milliseconds("limitMs", situation.targets().thresholds().externalRtt()));
            measurement.ended(reply.failure(), reply.method());
        };
    }
}
