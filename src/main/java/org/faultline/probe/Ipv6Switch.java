package org.faultline.probe;

import java.net.Inet6Address;
import java.util.List;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether IPv6 is switched on: in the kernel, on the machine as a whole, and on loopback. */
final class Ipv6Switch implements Probe {

    @Override
    public String name() {
        return "ipv6-switch";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV6;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (situation.state()) {
                case Reading.Known<NetworkState>(NetworkState state, String method) -> {
                    machine(state, recorder.begin("machine"), method);
                    loopback(state, recorder.begin("loopback"), method);
                }
                case Reading.Unknown<NetworkState> unknown -> recorder.begin("machine").unknown(unknown);
            }
        });
    }

    /** Off as a whole also when loopback has it off and no other interface has an IPv6 address: then nobody uses it. */
    private static void machine(NetworkState state, Recorder.Measurement seen, String method) {
        boolean usedElsewhere = usedElsewhere(state);
        seen.value("disabledAll", state.ipv6().disabledAll()).value("usedElsewhere", usedElsewhere);
        if (!state.ipv6().inKernel()) {
            seen.failed(Cause.PROTOCOL_UNAVAILABLE, "", method);
        } else if (state.ipv6().disabledAll() || state.ipv6().disabledOnLoopback() && !usedElsewhere) {
            seen.failed(Cause.DISABLED, "", method);
        } else {
            seen.passed(method);
        }
    }

    private static void loopback(NetworkState state, Recorder.Measurement seen, String method) {
        if (state.ipv6().disabledOnLoopback()) {
            seen.failed(Cause.DISABLED, "", method);
        } else {
            seen.passed(method);
        }
    }

    private static boolean usedElsewhere(NetworkState state) {
        return state.links().stream().filter(link -> !link.loopback()).map(Link::name)
            .anyMatch(link -> state.addressesOf(link).stream().anyMatch(address -> address.address() instanceof Inet6Address));
    }
}
