package org.faultline.probe;

import java.util.List;
import org.faultline.host.Host;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether anybody on the link answers for each default gateway's address (ARP, RFC 826; neighbour discovery, RFC 4861). */
final class GatewayNeighbour implements Probe {

    @Override
    public String name() {
        return "gateway-neighbour";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).gateways().stream().<Task>map(gateway -> recorder -> measure(situation.host(), gateway, recorder)).toList();
    }

    private static void measure(Host host, Ways.Gateway gateway, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(gateway.name()).value("interface", gateway.link().name())
            .value("metric", gateway.metric());
        if (Carrier.missing(host, gateway.link())) {
            measurement.failed(Cause.NO_CARRIER, "", "link-state");
        } else if (gateway.hasNeighbours()) {
            Resolution.record(host, gateway.address(), gateway.link().name(), measurement);
        } else {
            measurement.skipped(Cause.NOT_NEEDED, "link-type");
        }
    }
}
