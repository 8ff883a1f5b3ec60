package org.faultline.probe;

import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the loopback interface takes packets as large as IPv6 needs. */
final class LoopbackMtu implements Probe {

    /** RFC 8200, section 5: every link must carry 1280 bytes; Linux takes IPv6 off an interface with less, so at 1279 ::1 is gone. */
    private static final int IPV6_MINIMUM = 1280;

    @Override
    public String name() {
        return "loopback6-mtu";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV6;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (situation.state()) {
                case Reading.Known<NetworkState>(NetworkState state, String method) -> record(state, method, recorder);
                case Reading.Unknown<NetworkState> unknown -> recorder.begin("loopback").unknown(unknown);
            }
        });
    }

    /** Some systems give loopback no limit and say 0 or -1. */
    private static void record(NetworkState state, String method, Recorder recorder) {
        Optional<Link> link = state.links().stream().filter(Link::loopback).filter(known -> known.mtu() > 0).findFirst();
        if (link.isEmpty()) {
            recorder.begin("loopback").unknown(Cause.MISSING, "", method);
            return;
        }
        Recorder.Measurement seen = recorder.begin(link.get().name()).value("mtu", link.get().mtu()).value("minimum", IPV6_MINIMUM);
        if (link.get().mtu() < IPV6_MINIMUM) {
            seen.failed(Cause.TOO_SMALL, "", method);
        } else {
            seen.passed(method);
        }
    }
}
