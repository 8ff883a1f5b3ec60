package org.faultline.probe;

import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the loopback interface is switched on. Its address may stay listed, and bind may go on working, while it is off. */
final class LoopbackLink implements Probe {

    @Override
    public String name() {
        return "loopback-link";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> record(situation.state(), recorder));
    }

    private static void record(Reading<NetworkState> state, Recorder recorder) {
        switch (state) {
            case Reading.Known<NetworkState>(NetworkState known, String method) -> record(known, method, recorder);
            case Reading.Unknown<NetworkState> unknown -> recorder.begin("loopback").unknown(unknown);
        }
    }

    private static void record(NetworkState state, String method, Recorder recorder) {
        Optional<Link> found = state.links().stream().filter(Link::loopback).findFirst();
        if (found.isEmpty()) {
            recorder.begin("loopback").failed(Cause.MISSING, "", method);
            return;
        }
        Link link = found.get();
        Recorder.Measurement seen = recorder.begin(link.name()).value("up", link.adminUp()).value("mtu", link.mtu())
            .value("addresses", state.addressesOf(link.name()).stream().map(Ips::text).toList());
        if (link.adminUp()) {
            seen.passed(method);
        } else {
            seen.failed(Cause.DOWN, "", method);
        }
    }
}
