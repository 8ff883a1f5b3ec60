package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.model.Stage;

/**
 * Opens fresh flows to hosts that have just answered: a ping from a new socket and a new connection. Asked for when something
 * answers and most is silent, as with a full connection table that serves old flows and refuses new ones.
 */
final class NewFlows implements Probe {

    private static final Duration PATIENCE = Duration.ofMillis(350);

    @Override
    public String name() {
        return "new-flows";
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
        return External.addresses(situation, true).stream().<Task>mapMulti((address, tasks) -> {
            tasks.accept(recorder -> echo(situation, address, recorder));
            tasks.accept(recorder -> connect(situation, address, recorder));
        }).toList();
    }

    private static void echo(Situation situation, InetAddress address, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(address.getHostAddress()).value("flow", "icmp");
        EchoReply reply = situation.host().echo(EchoRequest.series(address, 2, Duration.ofMillis(20), PATIENCE));
        EchoSeries.of(reply).describe(measurement);
        measurement.ended(reply.failure(), reply.method());
    }

    private static void connect(Situation situation, InetAddress address, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(address.getHostAddress()).value("flow", "tcp");
        ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(address, 443), PATIENCE));
        measurement.ended(reply.failure(), reply.method());
    }
}
