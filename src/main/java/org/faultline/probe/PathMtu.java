package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.IcmpError;
import org.faultline.host.NetworkState.Link;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Sends packets as large as the link allows that must not be cut up (RFC 1191). A router that cannot pass them has to say so; then the
 * size it names is tried. Silence on large packets alone is the mark of a black hole (RFC 2923), so that they get as long as the small
 * ones they are compared with, and two targets must do: over an uplink of 64 kbit/s the six packets of 1,500 bytes leave within 1.1 s.
 */
final class PathMtu implements Probe {

    private static final int IPV4_AND_ICMP_HEADER = 28;
    private static final int COUNT = 3;
    private static final int TARGETS = 2;
    private static final Duration INTERVAL = Duration.ofMillis(30);

    @Override
    public String name() {
        return "path-mtu";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        int linkMtu = situation.gatewayRoutes(true).stream().findFirst().flatMap(route -> situation.state().value().flatMap(
            state -> state.link(route.link()))).map(Link::mtu).orElse(1500);
        return External.addresses(situation, true).stream().limit(TARGETS).map(address -> task(situation, address, linkMtu)).toList();
    }

    private static Task task(Situation situation, InetAddress address, int linkMtu) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress()).value("linkMtu", linkMtu);
            EchoReply reply = send(situation, address, linkMtu);
            Optional<Integer> smaller = smallerMtu(reply, linkMtu);
            if (smaller.isPresent()) {
                measurement.value("pathMtu", smaller.get());
                reply = send(situation, address, smaller.get());
            }
            measurement.value("sent", reply.sent()).value("received", reply.received()).ended(reply.failure(), reply.method());
        };
    }

    private static Optional<Integer> smallerMtu(EchoReply reply, int linkMtu) {
        return reply.failure().cause() != Cause.TOO_BIG ? Optional.empty()
            : reply.failure().icmp().map(IcmpError::mtu).filter(mtu -> mtu >= 68 && mtu < linkMtu);
    }

    private static EchoReply send(Situation situation, InetAddress address, int mtu) {
        return situation.host().echo(new EchoRequest(address, COUNT, INTERVAL, mtu - IPV4_AND_ICMP_HEADER, true, External.PATIENCE));
    }
}
