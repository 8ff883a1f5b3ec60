package org.faultline.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Stage;

/**
 * Whether each default gateway answers a UDP packet to port 53, be it that nothing listens there. A local firewall refuses UDP
 * aloud where TCP only meets silence, and needs no right that ping needs. A router passes on a question about a public name, so
 * that a run which is to stay inside asks for {@code localhost}, which no server may pass on (RFC 6761, 6.3).
 */
final class GatewayUdp implements Probe {

    private static final int PORT = 53;
    private static final Duration TIMEOUT = Duration.ofMillis(1_000);

    @Override
    public String name() {
        return "gateway-udp";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().<Task>map(gateway -> recorder -> measure(situation, gateway, recorder)).toList();
    }

    private static void measure(Situation situation, Ways.Gateway gateway, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(gateway.name()).value("port", PORT);
        String name = situation.targets().names().stream().filter(_ -> situation.targets().external()).findFirst().orElse("localhost");
        DnsReply reply = situation.host().dns(new DnsRequest(new InetSocketAddress(gateway.address(), PORT), name, "A", Transport.UDP, TIMEOUT));
        boolean answered = !reply.rcode().isEmpty();
        if (answered || GatewayTcp.provesLife(situation, reply.failure())) {
            measurement.value("refused", !answered).passed(reply.method());
        } else {
            LocalRefusal.note(situation, reply.failure(), measurement).ended(reply.failure(), reply.method());
        }
    }
}
