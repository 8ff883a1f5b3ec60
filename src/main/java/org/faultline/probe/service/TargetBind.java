package org.faultline.probe.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.faultline.host.BindReply;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * Nobody listens: could anybody? Fails where the port is taken though nobody listens on it (another program has bound it, or a connection
 * uses it as its own end), or where the system keeps it for itself (port ranges that Windows sets aside). That an ordinary user may not have a port
 * below 1024 is no failure: the service may well be started by somebody who may.
 */
record TargetBind(ServiceTarget target) implements Probe {

    @Override
    public String name() {
        return "service-bind";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> Where.own(situation, target).forEach(address -> bind(address, situation, recorder.begin(target.at(address)))));
    }

    private void bind(InetAddress address, Situation situation, Recorder.Measurement seen) {
        BindReply reply = situation.host().bind(new InetSocketAddress(address, target.port()));
        boolean ordinary = reply.failure().cause() == Cause.PROHIBITED && !situation.host().machine().os().equals("windows");
        if (ordinary || reply.failure().cause() == Cause.BLOCKED_LOCALLY || reply.failure().cause() == Cause.ADDRESS_NOT_AVAILABLE) {
            seen.unknown(ordinary ? Cause.NOT_PERMITTED : reply.failure().cause(), reply.failure().errno().name(), reply.method());
        } else {
            seen.ended(reply.failure(), reply.method());
        }
    }
}
