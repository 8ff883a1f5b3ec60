package org.faultline.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.Failure;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether each default gateway answers TCP at all: a refusal comes from a living machine just as an open port does. */
final class GatewayTcp implements Probe {

    /** DNS and the router's own pages: ports that routers usually either serve or refuse. */
    private static final List<Integer> PORTS = List.of(53, 80, 443);

    /** Just over the second after which the first repetition is sent, so that a lost first packet is no silence. */
    private static final Duration TIMEOUT = Duration.ofMillis(1_150);

    private static final Set<Cause> ALIVE = Set.of(Cause.REFUSED, Cause.RESET, Cause.PORT_UNREACHABLE);

    @Override
    public String name() {
        return "gateway-tcp";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().flatMap(gateway -> PORTS.stream()
            .<Task>map(port -> recorder -> measure(situation, gateway, port, recorder))).toList();
    }

    private static void measure(Situation situation, Ways.Gateway gateway, int port, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(gateway.name()).value("port", port);
        ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(gateway.address(), port), TIMEOUT));
        if (provesLife(situation, reply.failure())) {
            measurement.value("refused", true).passed(reply.method());
        } else {
            LocalRefusal.note(situation, reply.failure(), measurement).ended(reply.failure(), reply.method());
        }
    }

    /** Whether this refusal was made by the other side. */
    static boolean provesLife(Situation situation, Failure failure) {
        return ALIVE.contains(failure.cause()) && !LocalRefusal.made(situation, failure);
    }
}
