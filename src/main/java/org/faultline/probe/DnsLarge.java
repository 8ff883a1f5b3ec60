package org.faultline.probe;

import java.util.List;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Asks for text records, whose answers are often too large for one UDP packet: a truncated one has to be fetched again over TCP. */
final class DnsLarge implements Probe {

    @Override
    public String name() {
        return "dns-large";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.resolvers(situation).stream().flatMap(server -> situation.targets().names().stream().limit(2)
            .map(name -> (Task) recorder -> {
                Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).value("name", name);
                DnsReply reply = situation.host().dns(new DnsRequest(server, name, "TXT", Transport.UDP, External.PATIENCE));
                measurement.value("rcode", reply.rcode()).milliseconds("rttMs", reply.elapsed());
                if (reply.failure().none() || reply.failure().cause() == Cause.TRUNCATED) {
                    measurement.value("truncated", reply.failure().cause() == Cause.TRUNCATED).passed(reply.method());
                } else {
                    measurement.unknown(reply.failure().cause(), "", reply.method());
                }
            })).toList();
    }
}
