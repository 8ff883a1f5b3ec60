package org.faultline.probe.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/** One connection to the service by each family apart, since programs differ in which they try first. Values: {@code connectMs}, {@code onThisComputer}. */
record TargetConnect(ServiceTarget target) implements Probe {

    /** A lost SYN is sent again after 1 s: that one may still get through. */
    private static final Duration PATIENCE = Duration.ofMillis(1_400);

    @Override
    public String name() {
        return "service-connect";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> Where.addresses(situation, target).forEach(address -> connect(address, situation,
            recorder.begin(target.at(address)).value("onThisComputer", situation.isOwn(address)))));
    }

    private void connect(InetAddress address, Situation situation, Recorder.Measurement seen) {
        ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(address, target.port()), PATIENCE));
        if (reply.failure().none()) {
            seen.milliseconds("connectMs", reply.elapsed());
        }
        seen.ended(reply.failure(), reply.method());
    }
}
