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

    /** Windows tries three times before it believes a refusal, even its own: about 2 s. */
    private static final Duration PATIENCE_OF_WINDOWS = Duration.ofMillis(2_300);

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
        Duration patience = situation.host().machine().os().equals("windows") ? PATIENCE_OF_WINDOWS : PATIENCE;
        ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(address, target.port()), patience));
        if (reply.failure().none()) {
            seen.milliseconds("connectMs", reply.elapsed());
        }
        seen.ended(reply.failure(), reply.method());
    }
}
