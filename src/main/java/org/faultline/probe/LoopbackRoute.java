package org.faultline.probe;

import java.util.List;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.host.RouteChoice;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Where the kernel would send a packet to ourselves: back to us, or somewhere else, or nowhere. */
record LoopbackRoute(Loopback loopback) implements Probe {

    @Override
    public String name() {
        return loopback.probe("route");
    }

    @Override
    public Stage stage() {
        return loopback.stage();
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(loopback.text());
            switch (situation.host().routeTo(loopback.address())) {
                case Reading.Known<RouteChoice>(RouteChoice choice, String method) -> record(choice, situation, seen, method);
                case Reading.Unknown<RouteChoice> unknown -> seen.unknown(unknown);
            }
        });
    }

    /** Linux says {@code local}; systems without that word name the loopback interface. */
    private static void record(RouteChoice choice, Situation situation, Recorder.Measurement seen, String method) {
        seen.value("type", choice.type()).value("interface", choice.link());
        choice.gateway().ifPresent(gateway -> seen.value("gateway", Ips.text(gateway)));
        boolean throughLoopback = situation.state().value().flatMap(state -> state.link(choice.link())).filter(Link::loopback).isPresent();
        if (choice.type().equals("local") || throughLoopback) {
            seen.passed(method);
        } else if (situation.state().value().isEmpty() && choice.type().equals("unicast")) {
            seen.unknown(Cause.UNCLASSIFIED, "", method);
        } else {
            seen.failed(cause(choice.type()), "", method);
        }
    }

    private static Cause cause(String type) {
        return switch (type) {
            case "blackhole" -> Cause.INVALID_DESTINATION;
            case "prohibit" -> Cause.PROHIBITED;
            case "unreachable" -> Cause.HOST_UNREACHABLE;
            case "unicast" -> Cause.ELSEWHERE;
            default -> Cause.NO_ROUTE;
        };
    }
}
