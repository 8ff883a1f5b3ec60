package org.faultline.probe.service;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faultline.host.Errno;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Ips;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/** Does a listener of our own work on the same address? If so, address and loopback are in order, and the service is to blame. */
record TargetSelf(ServiceTarget target) implements Probe {

    /** Such a conversation takes 0.1 ms; a machine that stands still for a moment gets a second chance. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    @Override
    public String name() {
        return "service-self";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> Where.own(situation, target).forEach(address -> measure(address, situation, recorder.begin(Ips.text(address)))));
    }

    private static void measure(InetAddress address, Situation situation, Recorder.Measurement seen) {
        SelfReply reply = talk(address, situation);
        if (!reply.failure().none()) {
            reply = talk(address, situation);
        }
        seen.value("step", reply.step().name().toLowerCase(Locale.ROOT));
        boolean opening = reply.step() == SelfReply.Step.SOCKET || reply.step() == SelfReply.Step.BIND;
        if (opening && (reply.failure().errno() == Errno.EPERM || reply.failure().errno() == Errno.EACCES)) {
            seen.unknown(Cause.NOT_PERMITTED, reply.failure().errno().name(), reply.method());
        } else {
            seen.ended(reply.failure(), reply.method());
        }
    }

    private static SelfReply talk(InetAddress address, Situation situation) {
        return situation.host().talkToSelf(new SelfRequest(address, Transport.TCP, 0, PATIENCE));
    }
}
